package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.manifest.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mesh's settings that reach clusters and load assignments. Source: istio/api mesh/v1alpha1/config.proto.
 *
 * @param connectTimeout how long connecting may take
 * @param keepalive probes of idle connections
 * @param h2Upgrade whether HTTP/1.1 becomes HTTP/2 on the way to hosts
 * @param locality which localities are preferred, empty for none
 * @param autoMtls whether mutual TLS is used wherever the other side has it
 * @param tls defaults of upstream TLS
 * @param statNames patterns of statistics names
 * @param dnsRefreshRate time between two resolutions
 * @param inboundToLoopback whether inbound traffic goes to loopback ({@code inboundTrafficPolicy.mode: LOCALHOST})
 * @param ruleExportTo where DestinationRules are seen that don't say
 * @param trustDomainAliases other names of the trust domain
 */
public record MeshTraffic(
        Duration connectTimeout,
        Optional<ConnectionPool.Keepalive> keepalive,
        boolean h2Upgrade,
        Optional<LocalityLoadBalancing> locality,
        boolean autoMtls,
        TlsDefaults tls,
        StatNames statNames,
        Duration dnsRefreshRate,
        boolean inboundToLoopback,
        Set<String> ruleExportTo,
        List<String> trustDomainAliases) {

    /** What an installation has that sets nothing. Source: {@code DefaultMeshConfig}, pkg/config/mesh/mesh.go. */
    public static final MeshTraffic DEFAULT = new MeshTraffic(
            Duration.ofSeconds(10),
            Optional.empty(),
            false,
            Optional.of(LocalityLoadBalancing.ENABLED),
            true,
            new TlsDefaults(List.of(), List.of(), "TLS_AUTO"),
            new StatNames("", ""),
            Duration.ofSeconds(60),
            false,
            Set.of(),
            List.of());

    /** The settings written in a MeshConfig. */
    public static MeshTraffic of(Fields mesh) {
        Fields tls = mesh.fields("tlsDefaults");
        return new MeshTraffic(
                Durations.of(mesh, "connectTimeout").orElse(DEFAULT.connectTimeout),
                TrafficPolicyReader.optional(mesh, "tcpKeepalive", TrafficPolicyReader::keepalive),
                mesh.string("h2UpgradePolicy").equals("UPGRADE"),
                locality(mesh),
                mesh.bool("enableAutoMtls", true),
                new TlsDefaults(
                        tls.strings("ecdhCurves"),
                        tls.strings("cipherSuites"),
                        tls.string("minProtocolVersion", "TLS_AUTO")),
                new StatNames(mesh.string("inboundClusterStatName"), mesh.string("outboundClusterStatName")),
                Durations.of(mesh, "dnsRefreshRate").orElse(DEFAULT.dnsRefreshRate),
                mesh.fields("inboundTrafficPolicy").string("mode").equals("LOCALHOST"),
                Set.copyOf(mesh.strings("defaultDestinationRuleExportTo")),
                mesh.strings("trustDomainAliases"));
    }

    /** What is written goes over the default, which is enabled. */
    private static Optional<LocalityLoadBalancing> locality(Fields mesh) {
        return mesh.has("localityLbSetting")
                ? Optional.of(LoadBalancerReader.locality(mesh.fields("localityLbSetting")))
                : DEFAULT.locality;
    }

    /**
     * Defaults of TLS that isn't between sidecars, empty for Envoy's.
     *
     * @param ecdhCurves elliptic curves
     * @param cipherSuites ciphers
     * @param minVersion the oldest version, for servers only; {@code TLS_AUTO} for Envoy's
     */
    public record TlsDefaults(List<String> ecdhCurves, List<String> cipherSuites, String minVersion) {}

    /**
     * Patterns of statistics names, empty for none.
     *
     * @param inbound of inbound clusters
     * @param outbound of outbound clusters
     */
    public record StatNames(String inbound, String outbound) {}
}
