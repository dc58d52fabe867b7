package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Problems;
import java.util.List;
import java.util.Set;

/**
 * Settings of the mesh that nothing has read: those that concern other things than a sidecar's configuration are passed over, all others are
 * said, because they are misspelt or not honoured. Source: istio/api mesh/v1alpha1/config.proto and proxy.proto.
 */
final class IdleSettings {

    private static final String PROXY = "defaultConfig.";

    /** Settings of istiod, of gateways and of ingress. */
    private static final Set<String> ELSEWHERE = Set.of(
            "ca",
            "certificates",
            "configSources",
            "enablePrometheusMerge",
            "hboneIdleTimeout",
            "ingressClass",
            "ingressControllerMode",
            "ingressSelector",
            "ingressService",
            "serviceScopeConfigs",
            "serviceSettings",
            "verifyCertificateAtClient");

    /** Settings of the agent beside the proxy and of its start. */
    private static final Set<String> AT_START = Set.of(
            "availabilityZone",
            "binaryPath",
            "caCertificatesPem",
            "concurrency",
            "configPath",
            "controlPlaneAuthPolicy",
            "customConfigFile",
            "discoveryAddress",
            "discoveryRefreshDelay",
            "drainDuration",
            "envoyAccessLogService",
            "envoyMetricsService",
            "envoyMetricsServiceAddress",
            "extraStatTags",
            "fileFlushInterval",
            "fileFlushMinSizeKb",
            "gatewayTopology",
            "holdApplicationUntilProxyStarts",
            "image",
            "interceptionMode",
            "meshId",
            "parentShutdownDuration",
            "privateKeyProvider",
            "proxyAdminPort",
            "proxyBootstrapTemplatePath",
            "proxyHeaders",
            "proxyMetadata",
            "proxyStatsMatcher",
            "readinessProbe",
            "runtimeValues",
            "sds",
            "serviceCluster",
            "statNameLength",
            "statsCompression",
            "statsdUdpAddress",
            "statusPort",
            "terminationDrainDuration",
            "tracingServiceName",
            "zipkinAddress");

    /** Beginnings of paths below which only some settings reach sidecars. */
    private static final List<String> PARTS =
            List.of("caCertificates[", "defaultConfig.tracing.", "defaultConfig.proxyHeaders.");

    private IdleSettings() {}

    /** Warns of those that may be mistakes; to be called when all are read. */
    static void warn(Fields mesh, Problems problems) {
        for (Fields.Unread setting : mesh.unread()) {
            if (!isKnown(setting.path())) {
                problems.warning(setting.at(), setting.path() + " has no effect on what dsctl renders");
            }
        }
    }

    private static boolean isKnown(String path) {
        return ELSEWHERE.contains(path)
                || (path.startsWith(PROXY) && AT_START.contains(path.substring(PROXY.length())))
                || PARTS.stream().anyMatch(path::startsWith);
    }
}
