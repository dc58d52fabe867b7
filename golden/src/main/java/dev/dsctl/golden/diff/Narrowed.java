package dev.dsctl.golden.diff;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A side with some of its proxies only.
 *
 * @param side the side
 * @param picked proxies that may be in it, {@code pod.namespace}
 */
public record Narrowed(Side side, SortedSet<String> picked) implements Side {

    @Override
    public String label() {
        return side.label();
    }

    @Override
    public SortedSet<String> proxies() {
        SortedSet<String> proxies = new TreeSet<>(side.proxies());
        proxies.retainAll(picked);
        return proxies;
    }

    @Override
    public ProxyConfig config(String proxy) throws IOException {
        return side.config(proxy);
    }

    @Override
    public ProxyConfig config(String proxy, ProxyConfig other) throws IOException {
        return side.config(proxy, other);
    }

    @Override
    public List<String> together(SortedSet<String> some) {
        return side.together(some);
    }
}
