package dev.dsctl.golden.diff;

import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one proxy has on one side.
 *
 * @param resources by kind and name; a kind without an entry isn't known on this side and is not compared
 * @param files what golden files of it would hold
 */
public record ProxyConfig(Map<ResourceKind, SortedMap<String, Resource>> resources, Files files) {

    /** Tells what files hold without reading what they mean. */
    public interface Files {

        /** Whether the file of a kind would hold just this text; false when nothing is known of files. */
        boolean hold(ResourceKind kind, byte[] utf8) throws IOException;
    }

    /** One of which nothing is known of files. */
    public ProxyConfig(Map<ResourceKind, SortedMap<String, Resource>> resources) {
        this(resources, (kind, utf8) -> false);
    }

    public ProxyConfig {
        Map<ResourceKind, SortedMap<String, Resource>> copy = new EnumMap<>(ResourceKind.class);
        resources.forEach((kind, byName) -> copy.put(kind, new TreeMap<>(byName)));
        resources = copy;
    }

    /** Only some kinds. */
    public ProxyConfig only(Set<ResourceKind> kinds) {
        Map<ResourceKind, SortedMap<String, Resource>> kept = new EnumMap<>(resources);
        kept.keySet().retainAll(kinds);
        return new ProxyConfig(kept, files);
    }
}
