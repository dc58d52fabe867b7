package dev.dsctl.cli.input;

import dev.dsctl.render.ResourceKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code proxy-config} shows, by istioctl's names for it. */
public enum ProxyKind {
    LISTENERS(EnumSet.of(ResourceKind.LISTENERS), "listeners", "listener", "l"),
    CLUSTERS(EnumSet.of(ResourceKind.CLUSTERS), "clusters", "cluster", "c"),
    ROUTES(EnumSet.of(ResourceKind.ROUTES), "routes", "route", "r"),
    ENDPOINTS(EnumSet.of(ResourceKind.ENDPOINTS), "endpoints", "endpoint", "ep"),
    ALL(EnumSet.allOf(ResourceKind.class), "all", "a");

    private final Set<ResourceKind> resources;
    private final List<String> names;

    ProxyKind(Set<ResourceKind> resources, String... names) {
        this.resources = resources;
        this.names = List.of(names);
    }

    /** The kinds of resources that it is about. */
    public Set<ResourceKind> resources() {
        return resources;
    }

    @Override
    public String toString() {
        return names.get(0);
    }

    /** Reads any of the names. */
    public static final class Converter implements ITypeConverter<ProxyKind> {
        @Override
        public ProxyKind convert(String value) {
            return Arrays.stream(values())
                    .filter(kind -> kind.names.contains(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is none of listeners, clusters, routes, endpoints, all"));
        }
    }
}
