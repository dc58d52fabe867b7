package dev.dsctl.cli.table;

import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** {@code istioctl proxy-config endpoints}, and the endpoints of {@code proxy-config all}. */
final class EndpointTable {

    private static final int PADDING = 5;

    private EndpointTable() {}

    /**
     * One row for each address. istioctl shows an endpoint's first address only; both families of a pod are what dual stack
     * is about. Source: istioctl/pkg/writer/envoy/clusters/clusters.go.
     */
    static void hosts(List<Host> hosts, PrintWriter out) {
        TextTable table = new TextTable(PADDING, "ENDPOINT", "STATUS", "OUTLIER CHECK", "CLUSTER");
        hosts.stream()
                .sorted(Host.ORDER)
                .forEach(host ->
                        table.row(host.text(), host.status().name(), host.ejected() ? "FAILED" : "OK", host.cluster()));
        table.print(out);
    }

    /** One row for each endpoint, with its locality. Source: istioctl/pkg/writer/envoy/configdump/endpoint.go. */
    static void assignments(List<ClusterLoadAssignment> assignments, Style style, PrintWriter out) {
        TextTable table = new TextTable(PADDING, "NAME", "STATUS", "LOCALITY", "CLUSTER");
        assignments.stream()
                .sorted(Comparator.comparing(a -> ClusterName.of(a.getClusterName()), ClusterName.ORDER))
                .forEach(assignment -> rows(assignment, style, table));
        table.print(out);
    }

    private static void rows(ClusterLoadAssignment assignment, Style style, TextTable table) {
        for (LocalityLbEndpoints group : assignment.getEndpointsList()) {
            for (LbEndpoint endpoint : group.getLbEndpointsList()) {
                table.row(
                        (style.named() ? "endpoint/" : "") + Host.joined(endpoint.getEndpoint()),
                        endpoint.getHealthStatus().name(),
                        locality(group.getLocality()),
                        assignment.getClusterName());
            }
        }
    }

    private static String locality(Locality locality) {
        String text = locality.getRegion();
        if (!locality.getZone().isEmpty()) {
            text += "/" + locality.getZone();
            if (!locality.getSubZone().isEmpty()) {
                text += "/" + locality.getSubZone();
            }
        }
        return text;
    }
}
