package dev.dsctl.cli.table;

import io.envoyproxy.envoy.config.core.v3.Metadata;

/** The Istio resource that a cluster or a route comes from. Source: {@code describeManagement}, configdump/route.go. */
final class Origin {

    private static final String PREFIX = "/apis/networking.istio.io/";
    private static final int PIECES = 8;

    private Origin() {}

    /** {@code NAME.NAMESPACE}, empty when there is none. */
    static String of(Metadata metadata) {
        if (!metadata.containsFilterMetadata("istio")
                || !metadata.getFilterMetadataOrThrow("istio").containsFields("config")) {
            return "";
        }
        String path = metadata.getFilterMetadataOrThrow("istio")
                .getFieldsOrThrow("config")
                .getStringValue();
        if (!path.startsWith(PREFIX)) {
            return "<unknown>";
        }
        String[] pieces = path.split("/", -1);
        return pieces.length == PIECES ? pieces[PIECES - 1] + "." + pieces[PIECES - 3] : "";
    }
}
