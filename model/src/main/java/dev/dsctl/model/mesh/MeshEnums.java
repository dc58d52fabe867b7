package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of the mesh that have one of a few values. Istiod refuses a MeshConfig with any other. Source: istio/api
 * mesh/v1alpha1/config.proto and proxy.proto, {@code ApplyMeshConfig}, pkg/config/mesh/mesh.go.
 */
final class MeshEnums {

    private static final List<String> TLS_VERSIONS = List.of("TLS_AUTO", "TLSV1_2", "TLSV1_3");
    private static final List<String> CLIENT_CERTIFICATES =
            List.of("UNDEFINED", "SANITIZE", "FORWARD_ONLY", "APPEND_FORWARD", "SANITIZE_SET", "ALWAYS_FORWARD_ONLY");
    private static final Map<String, List<String>> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("accessLogEncoding", List.of("TEXT", "JSON")),
            Map.entry("defaultConfig.controlPlaneAuthPolicy", List.of("NONE", "MUTUAL_TLS")),
            Map.entry("defaultConfig.gatewayTopology.forwardClientCertDetails", CLIENT_CERTIFICATES),
            Map.entry("defaultConfig.interceptionMode", List.of("REDIRECT", "TPROXY", "NONE")),
            Map.entry("defaultConfig.proxyHeaders.forwardedClientCert", CLIENT_CERTIFICATES),
            Map.entry("defaultConfig.proxyHeaders.metadataExchangeHeaders.mode", List.of("UNDEFINED", "IN_MESH")),
            Map.entry("h2UpgradePolicy", List.of("DO_NOT_UPGRADE", "UPGRADE")),
            Map.entry("inboundTrafficPolicy.mode", List.of("PASSTHROUGH", "LOCALHOST")),
            Map.entry("ingressControllerMode", List.of("UNSPECIFIED", "OFF", "DEFAULT", "STRICT")),
            Map.entry("meshMTLS.minProtocolVersion", TLS_VERSIONS),
            Map.entry("outboundTrafficPolicy.mode", List.of("REGISTRY_ONLY", "ALLOW_ANY")),
            Map.entry(
                    "pathNormalization.normalization",
                    List.of("DEFAULT", "NONE", "BASE", "MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES")),
            Map.entry("tlsDefaults.minProtocolVersion", TLS_VERSIONS)));

    private MeshEnums() {}

    /** Says which settings have a value that doesn't exist. */
    static void check(Node.Mapping mesh, String file, Problems problems) {
        VALUES.forEach((path, values) -> {
            if (at(mesh, path) instanceof Node.Scalar said
                    && said.value() instanceof String value
                    && !values.contains(value)) {
                String wanted = String.join(", ", values);
                problems.error(
                        new SourceRef(file, said.line()), path + ": must be one of " + wanted + ", is '" + value + "'");
            }
        });
    }

    private static Node at(Node.Mapping mesh, String path) {
        Node node = mesh;
        for (String key : path.split("\\.")) {
            node = node instanceof Node.Mapping mapping ? mapping.entries().get(key) : null;
        }
        return node;
    }
}
