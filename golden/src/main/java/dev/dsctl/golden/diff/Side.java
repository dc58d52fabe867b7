package dev.dsctl.golden.diff;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One of the two things compared. Proxies are looked at one after the other, so that a large mesh is never held as a whole. */
public interface Side {

    /** What it is, for the head of a report: {@code golden/}, {@code Istio 1.29.6}. */
    String label();

    /** The proxies it has, {@code pod.namespace}. */
    SortedSet<String> proxies();

    /** What one of its proxies has; may be computed anew at each call. */
    ProxyConfig config(String proxy) throws IOException;

    /** The same, to be compared with what the proxy has on the other side: what is known to mean the same may be the other's. */
    default ProxyConfig config(String proxy, ProxyConfig other) throws IOException {
        return config(proxy);
    }

    /** The same proxies in the order in which their configurations are best asked for. */
    default List<String> together(SortedSet<String> some) {
        return List.copyOf(some);
    }

    /**
     * A side that is held as a whole.
     *
     * @param label what it is
     * @param configs by proxy
     */
    record Held(String label, SortedMap<String, ProxyConfig> configs) implements Side {

        public Held {
            configs = new TreeMap<>(configs);
        }

        @Override
        public SortedSet<String> proxies() {
            return new TreeSet<>(configs.keySet());
        }

        @Override
        public ProxyConfig config(String proxy) {
            return configs.get(proxy);
        }
    }
}
