package dev.dsctl.render;

import java.util.Optional;

/** The names by which resources refer to each other. Source: pilot/pkg/model/service.go ({@code BuildSubsetKey} and others). */
public final class Names {

    /** The cluster that forwards to the original destination. */
    public static final String PASSTHROUGH_CLUSTER = "PassthroughCluster";

    /** The cluster without endpoints that drops traffic. */
    public static final String BLACK_HOLE_CLUSTER = "BlackHoleCluster";

    /** The cluster that forwards what arrives for ports no service has. */
    public static final String INBOUND_PASSTHROUGH_CLUSTER = "InboundPassthroughCluster";

    private Names() {}

    /** {@code outbound|80||web.shop.svc.cluster.local}. */
    public static String outbound(int port, String subset, String hostname) {
        return "outbound|" + port + "|" + subset + "|" + hostname;
    }

    /** {@code inbound|8080||}. Source: {@code BuildInboundSubsetKey}. */
    public static String inbound(int targetPort) {
        return "inbound|" + targetPort + "||";
    }

    /**
     * {@code outbound_.80_.v1_.web.shop.svc.cluster.local}: the server name by which gateways know a cluster. Source:
     * {@code BuildDNSSrvSubsetKey}.
     */
    public static String outboundSni(int port, String subset, String hostname) {
        return "outbound_." + port + "_." + subset + "_." + hostname;
    }

    /**
     * What an outbound cluster's name says.
     *
     * @param port the service port
     * @param subset the subset, empty for all
     * @param hostname the service
     */
    public record OutboundKey(int port, String subset, String hostname) {}

    /** Reads an outbound cluster's name; empty for any other name. Source: {@code ParseSubsetKey}. */
    public static Optional<OutboundKey> parseOutbound(String name) {
        String[] parts = name.split("\\|", 4);
        boolean outbound = parts[0].equals("outbound") || parts[0].equals("outbound6");
        if (parts.length < 4 || !outbound || !parts[1].matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(new OutboundKey(Integer.parseInt(parts[1]), parts[2], parts[3]));
    }
}
