package dev.dsctl.render;

/** The names by which resources refer to each other. Source: pilot/pkg/model/service.go ({@code BuildSubsetKey} and others). */
public final class Names {

    /** The cluster that forwards to the original destination. */
    public static final String PASSTHROUGH_CLUSTER = "PassthroughCluster";

    /** The cluster without endpoints that drops traffic. */
    public static final String BLACK_HOLE_CLUSTER = "BlackHoleCluster";

    private Names() {}

    /** {@code outbound|80||web.shop.svc.cluster.local}. */
    public static String outbound(int port, String subset, String hostname) {
        return "outbound|" + port + "|" + subset + "|" + hostname;
    }

    /** {@code inbound|8080||}. Source: {@code BuildInboundSubsetKey}. */
    public static String inbound(int targetPort) {
        return "inbound|" + targetPort + "||";
    }
}
