package dev.dsctl.cli.table;

import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;

/** istioctl's tables of a proxy's configuration, byte by byte; their form doesn't depend on the release of the mesh. */
public final class Tables {

    /** The order in which {@code proxy-config all} prints the kinds. */
    private static final List<ResourceKind> ALL =
            List.of(ResourceKind.CLUSTERS, ResourceKind.LISTENERS, ResourceKind.ROUTES, ResourceKind.ENDPOINTS);

    private Tables() {}

    /** {@code proxy-config listeners}, {@code clusters} and {@code routes}; for endpoints see {@link #hosts}. */
    public static void print(ResourceKind kind, XdsSnapshot snapshot, Style style, PrintWriter out) {
        switch (kind) {
            case LISTENERS -> ListenerTable.print(snapshot.listeners(), style, out);
            case CLUSTERS -> ClusterTable.print(snapshot.clusters(), style, out);
            case ROUTES -> RouteTable.print(snapshot.routes(), style, out);
            case ENDPOINTS -> EndpointTable.assignments(snapshot.endpoints(), style, out);
        }
    }

    /** {@code proxy-config endpoints}. */
    public static void hosts(List<Host> hosts, PrintWriter out) {
        EndpointTable.hosts(hosts, out);
    }

    /** {@code proxy-config all}: the tables of some kinds with an empty line between them. */
    public static void all(Set<ResourceKind> kinds, XdsSnapshot snapshot, Style style, PrintWriter out) {
        String between = "";
        for (ResourceKind kind : ALL) {
            if (kinds.contains(kind)) {
                out.print(between);
                if (style.headings()) {
                    out.print("------ " + heading(kind) + " INFO ------\n\n");
                }
                print(kind, snapshot, style, out);
                between = "\n";
            }
        }
    }

    private static String heading(ResourceKind kind) {
        return switch (kind) {
            case CLUSTERS -> "CLUSTER";
            case LISTENERS -> "LISTENER";
            case ROUTES -> "ROUTE";
            case ENDPOINTS -> "ENDPOINTS";
        };
    }
}
