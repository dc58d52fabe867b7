package dev.dsctl.cli.table;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** {@code istioctl proxy-config clusters}. Source: istioctl/pkg/writer/envoy/configdump/cluster.go. */
final class ClusterTable {

    private static final int PADDING = 5;

    private ClusterTable() {}

    static void print(List<Cluster> clusters, Style style, PrintWriter out) {
        TextTable table = new TextTable(
                PADDING,
                style.cells("NAME", "SERVICE FQDN", "PORT", "SUBSET", "DIRECTION", "TYPE", "DESTINATION RULE"));
        clusters.stream()
                .map(Row::of)
                .sorted(Comparator.comparing(Row::name, ClusterName.ORDER))
                .forEach(row -> table.row(row.cells(style)));
        table.print(out);
    }

    private record Row(ClusterName name, Cluster cluster) {

        static Row of(Cluster cluster) {
            return new Row(ClusterName.of(cluster.getName()), cluster);
        }

        String[] cells(Style style) {
            String full = "cluster/" + cluster.getName();
            String type = cluster.getType().name();
            String rule = Origin.of(cluster.getMetadata());
            if (name.isService()) {
                String subset = name.subset().isEmpty() ? "-" : name.subset();
                String port = String.valueOf(name.port());
                return style.cells(full, name.fqdn(), port, subset, name.direction(), type, rule);
            }
            // istioctl repeats the prefixed name as the FQDN when it names the kinds of resources.
            String fqdn = style.named() && !name.fqdn().isEmpty() ? full : name.fqdn();
            return style.cells(full, fqdn, "-", "-", "-", type, rule);
        }
    }
}
