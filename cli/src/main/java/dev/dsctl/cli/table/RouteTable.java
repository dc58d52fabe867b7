package dev.dsctl.cli.table;

import dev.dsctl.render.Names;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code istioctl proxy-config routes}. Source: istioctl/pkg/writer/envoy/configdump/route.go. */
final class RouteTable {

    private static final int PADDING = 5;
    private static final int SHOWN_DOMAINS = 2;

    /** istioctl compares numbers only, which is no order; here numbers come first and names follow. */
    private static final Comparator<RouteConfiguration> ORDER =
            Comparator.comparingLong(RouteTable::number).thenComparing(RouteConfiguration::getName);

    private RouteTable() {}

    static void print(List<RouteConfiguration> routes, Style style, PrintWriter out) {
        TextTable table = style.verbose()
                ? new TextTable(PADDING, "NAME", "VHOST NAME", "DOMAINS", "MATCH", "VIRTUAL SERVICE")
                : new TextTable(PADDING, "NAME", "VIRTUAL HOSTS");
        routes.stream().sorted(ORDER).forEach(configuration -> {
            String name = (style.named() ? "route/" : "") + configuration.getName();
            if (style.verbose()) {
                configuration.getVirtualHostsList().forEach(host -> rows(name, host, table));
            } else {
                table.row(name, String.valueOf(configuration.getVirtualHostsCount()));
            }
        });
        table.print(out);
    }

    private static void rows(String name, VirtualHost host, TextTable table) {
        String domains = domains(host.getDomainsList());
        for (Route route : host.getRoutesList()) {
            if (!route.getRoute().getCluster().equals(Names.PASSTHROUGH_CLUSTER)) {
                table.row(
                        name,
                        host.getName(),
                        domains,
                        DestinationText.match(route.getMatch()),
                        Origin.of(route.getMetadata()));
            }
        }
        if (host.getRoutesCount() == 0) {
            table.row(name, host.getName(), domains, "/*", "404");
        }
    }

    /** The first domains without a port, without those that only spell a shorter one out. */
    private static String domains(List<String> domains) {
        if (domains.size() == 1) {
            return domains.get(0);
        }
        List<String> bare = domains.stream().filter(RouteTable::hasNoPort).toList();
        Set<String> all = new HashSet<>(bare);
        List<String> kept = bare.stream()
                .filter(domain -> !spellsOut(domain, ".svc.cluster.local", all) && !spellsOut(domain, ".svc", all))
                .toList();
        if (kept.size() <= SHOWN_DOMAINS) {
            return String.join(", ", kept);
        }
        return String.join(", ", kept.subList(0, SHOWN_DOMAINS)) + " + " + (kept.size() - SHOWN_DOMAINS) + " more...";
    }

    private static boolean spellsOut(String domain, String suffix, Set<String> all) {
        return domain.endsWith(suffix) && all.contains(domain.substring(0, domain.length() - suffix.length()));
    }

    /** An IPv6 address counts as without a port when it ends in its bracket. */
    private static boolean hasNoPort(String domain) {
        long colons = domain.chars().filter(c -> c == ':').count();
        return colons == 0 || (colons > 2 && domain.endsWith("]"));
    }

    private static long number(RouteConfiguration route) {
        try {
            return Integer.parseInt(route.getName());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
