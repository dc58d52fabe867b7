package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.manifest.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mesh's settings that reach listeners. Source: istio/api mesh/v1alpha1/config.proto and {@code DefaultMeshConfig},
 * pkg/config/mesh/mesh.go.
 *
 * @param ports where the sidecar listens for redirected traffic
 * @param protocolDetectionTimeout how long to wait for the first bytes; zero: for ever
 * @param allowsUnknownDestinations {@code outboundTrafficPolicy.mode} isn't {@code REGISTRY_ONLY}
 * @param pathNormalization {@code pathNormalization.normalization}
 * @param accessLog where and how requests are logged
 * @param tracing whether requests are traced
 * @param statNames patterns of statistics names
 * @param tls mutual TLS between sidecars
 * @param metricsProviders {@code defaultProviders.metrics}; empty when no settings were given at all
 * @param tracingProviders {@code defaultProviders.tracing}
 * @param logProviders {@code defaultProviders.accessLogging}
 */
public record ListenerConfig(
        Ports ports,
        Duration protocolDetectionTimeout,
        boolean allowsUnknownDestinations,
        String pathNormalization,
        AccessLog accessLog,
        boolean tracing,
        StatNames statNames,
        Tls tls,
        Optional<List<String>> metricsProviders,
        List<String> tracingProviders,
        List<String> logProviders) {

    /** What an installation has that sets nothing. */
    public static final ListenerConfig DEFAULT = new ListenerConfig(
            new Ports(15001, 15006, 0),
            Duration.ZERO,
            true,
            "DEFAULT",
            new AccessLog("", "TEXT", "", false, false),
            true,
            new StatNames("", ""),
            new Tls(Set.of("cluster.local"), "TLS_AUTO", List.of()),
            Optional.empty(),
            List.of(),
            List.of());

    /**
     * Where the sidecar listens.
     *
     * @param outbound {@code proxyListenPort}
     * @param inbound {@code proxyInboundListenPort}
     * @param httpProxy {@code proxyHttpPort}, 0 for none
     */
    public record Ports(int outbound, int inbound, int httpProxy) {}

    /**
     * Where and how requests are logged.
     *
     * @param file {@code accessLogFile}, empty for none
     * @param encoding {@code TEXT} or {@code JSON}
     * @param format {@code accessLogFormat}, empty for the default one
     * @param service {@code enableEnvoyAccessLogService}
     * @param listenersSilent {@code disableEnvoyListenerLog}
     */
    public record AccessLog(String file, String encoding, String format, boolean service, boolean listenersSilent) {}

    /**
     * Patterns of statistics names, empty for none.
     *
     * @param inbound {@code inboundClusterStatName}
     * @param outbound {@code outboundClusterStatName}
     */
    public record StatNames(String inbound, String outbound) {}

    /**
     * Mutual TLS between sidecars.
     *
     * @param trustDomains whose workloads are known: the mesh's, its aliases, those of further CA certificates
     * @param minVersion {@code meshMTLS.minProtocolVersion}
     * @param cipherSuites {@code meshMTLS.cipherSuites}, empty for Istio's
     */
    public record Tls(Set<String> trustDomains, String minVersion, List<String> cipherSuites) {}

    /** The settings written in a MeshConfig. */
    public static ListenerConfig of(Fields mesh) {
        return new ListenerConfig(
                new Ports(
                        mesh.integer("proxyListenPort", DEFAULT.ports.outbound, 0, 65535),
                        mesh.integer("proxyInboundListenPort", DEFAULT.ports.inbound, 0, 65535),
                        mesh.integer("proxyHttpPort", 0, 0, 65535)),
                Durations.of(mesh, "protocolDetectionTimeout").orElse(Duration.ZERO),
                !mesh.fields("outboundTrafficPolicy").string("mode").equals("REGISTRY_ONLY"),
                mesh.fields("pathNormalization").string("normalization", DEFAULT.pathNormalization),
                accessLog(mesh),
                mesh.bool("enableTracing", true),
                new StatNames(mesh.string("inboundClusterStatName"), mesh.string("outboundClusterStatName")),
                tls(mesh),
                Optional.of(mesh.fields("defaultProviders").strings("metrics")),
                mesh.fields("defaultProviders").strings("tracing"),
                mesh.fields("defaultProviders").strings("accessLogging"));
    }

    private static AccessLog accessLog(Fields mesh) {
        return new AccessLog(
                mesh.string("accessLogFile"),
                mesh.string("accessLogEncoding", "TEXT"),
                mesh.string("accessLogFormat"),
                mesh.bool("enableEnvoyAccessLogService", false),
                mesh.bool("disableEnvoyListenerLog", false));
    }

    private static Tls tls(Fields mesh) {
        List<String> domains = new ArrayList<>();
        domains.add(mesh.string("trustDomain", "cluster.local"));
        domains.addAll(MeshConfig.trustDomainAliases(mesh));
        mesh.list("caCertificates").forEach(ca -> domains.addAll(ca.strings("trustDomains")));
        domains.removeIf(String::isEmpty);
        Fields mutual = mesh.fields("meshMTLS");
        return new Tls(
                Collections.unmodifiableSet(new LinkedHashSet<>(domains)),
                mutual.string("minProtocolVersion", "TLS_AUTO"),
                mutual.strings("cipherSuites"));
    }
}
