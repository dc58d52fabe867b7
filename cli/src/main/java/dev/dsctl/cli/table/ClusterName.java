package dev.dsctl.cli.table;

import java.util.Comparator;

/**
 * What a cluster's name says: {@code direction|port|subset|fqdn}, or just a name. Source: {@code ParseSubsetKey},
 * pilot/pkg/model/service.go.
 *
 * @param direction {@code inbound}, {@code outbound}, or empty
 * @param port 0 without one
 * @param subset may be empty
 * @param fqdn the service's host name; the whole name when it has no parts
 * @param isService whether the name has the parts of a service's cluster
 */
record ClusterName(String direction, int port, String subset, String fqdn, boolean isService) {

    /** The order of istioctl's tables. */
    static final Comparator<ClusterName> ORDER = Comparator.comparing(ClusterName::fqdn)
            .thenComparing(ClusterName::subset)
            .thenComparingInt(ClusterName::port)
            .thenComparing(ClusterName::direction);

    private static final int PARTS = 4;

    static ClusterName of(String name) {
        String[] parts = name.split("\\|", -1);
        if (parts.length < PARTS) {
            return new ClusterName("", 0, "", name, false);
        }
        String fqdn = parts.length == PARTS ? parts[PARTS - 1] : "";
        return new ClusterName(parts[0], number(parts[1]), parts[2], fqdn, true);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
