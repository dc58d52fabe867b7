package dev.dsctl.cli.input;

import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.table.Filters;
import dev.dsctl.render.ResourceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** istioctl's options that narrow what is shown. */
public final class FilterOptions {

    @Option(names = "--address", paramLabel = "IP", description = "Listeners and endpoints of this address.")
    private String address = "";

    @Option(names = "--port", paramLabel = "PORT", description = "Listeners, clusters and endpoints of this port.")
    private int port;

    @Option(names = "--type", paramLabel = "TYPE", description = "Listeners of this type: HTTP, TCP or HTTP+TCP.")
    private String type = "";

    @Option(names = "--fqdn", paramLabel = "HOST", description = "Clusters whose name has this host.")
    private String fqdn = "";

    @Option(names = "--direction", paramLabel = "DIR", description = "Clusters of this direction: inbound or outbound.")
    private String direction = "";

    @Option(names = "--subset", paramLabel = "SUBSET", description = "Clusters of this subset.")
    private String subset = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The route configuration of this name.")
    private String name = "";

    @Option(names = "--cluster", paramLabel = "CLUSTER", description = "Endpoints of this cluster.")
    private String cluster = "";

    @Option(names = "--status", paramLabel = "STATUS", description = "Endpoints of this health, such as healthy.")
    private String status = "";

    /**
     * The filters.
     *
     * @param kinds what will be shown
     * @throws UsageException when an option is about something else
     */
    public Filters filters(Set<ResourceKind> kinds) {
        Map<String, Set<ResourceKind>> given = new LinkedHashMap<>();
        note("--address", !address.isEmpty(), Set.of(ResourceKind.LISTENERS, ResourceKind.ENDPOINTS), given);
        note("--port", port != 0, Set.of(ResourceKind.LISTENERS, ResourceKind.CLUSTERS, ResourceKind.ENDPOINTS), given);
        note("--type", !type.isEmpty(), Set.of(ResourceKind.LISTENERS), given);
        note("--fqdn", !fqdn.isEmpty(), Set.of(ResourceKind.CLUSTERS), given);
        note("--direction", !direction.isEmpty(), Set.of(ResourceKind.CLUSTERS), given);
        note("--subset", !subset.isEmpty(), Set.of(ResourceKind.CLUSTERS), given);
        note("--name", !name.isEmpty(), Set.of(ResourceKind.ROUTES), given);
        note("--cluster", !cluster.isEmpty(), Set.of(ResourceKind.ENDPOINTS), given);
        note("--status", !status.isEmpty(), Set.of(ResourceKind.ENDPOINTS), given);
        given.forEach((option, about) -> {
            if (about.stream().noneMatch(kinds::contains)) {
                throw new UsageException(option + " is about " + words(about) + ", not about " + words(kinds));
            }
        });
        return new Filters(address, port, type, fqdn, direction, subset, name, cluster, status);
    }

    private static void note(
            String option, boolean isGiven, Set<ResourceKind> about, Map<String, Set<ResourceKind>> given) {
        if (isGiven) {
            given.put(option, about);
        }
    }

    private static String words(Set<ResourceKind> kinds) {
        return kinds.stream().sorted().map(ResourceKind::key).collect(Collectors.joining(" and "));
    }
}
