package dev.dsctl.render.json;

import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import io.envoyproxy.envoy.admin.v3.ClusterStatus;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Set;

/**
 * What was read of a running proxy.
 *
 * @param snapshot its resources, by name; those of its bootstrap configuration too
 * @param kinds which kinds the dump has a section for
 * @param statuses its clusters and their hosts, when it was Envoy's {@code /clusters} that was read
 */
public record ConfigDump(XdsSnapshot snapshot, Set<ResourceKind> kinds, List<ClusterStatus> statuses) {

    /**
     * Reads what Envoy's {@code /config_dump} or {@code /clusters?format=json}, istioctl, or {@code dsctl render} wrote, with
     * names in either case. Parts that dsctl knows nothing of are skipped; types that it doesn't know are kept.
     *
     * @param in the JSON text
     * @param file its name, for messages
     * @throws dev.dsctl.model.manifest.ManifestException when it is none of these, with the line
     */
    public static ConfigDump read(Reader in, String file, ProtoJson json) throws IOException {
        try (JsonReader reader = new JsonReader(in, file)) {
            return new ConfigDumpReader(json, reader).read();
        }
    }
}
