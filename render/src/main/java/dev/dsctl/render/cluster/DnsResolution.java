package dev.dsctl.render.cluster;

import com.google.protobuf.Any;
import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DnsLookupFamily;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig;
import java.time.Duration;

/** How hosts of DNS clusters are resolved. Source: {@code buildCluster}, pilot/pkg/networking/core/cluster_builder.go. */
final class DnsResolution {

    private DnsResolution() {}

    static void apply(ClusterDraft draft, Service service, ClusterScope scope) {
        draft.cluster().setDnsLookupFamily(races(service, scope) ? DnsLookupFamily.ALL : family(scope));
        switch (scope.choice(ClusterChoices.DnsResolver.class)) {
            case ENVOYS_DEFAULT -> {}
            case CARES_WITH_JITTER ->
                draft.cluster()
                        .setTypedDnsResolverConfig(TypedExtensionConfig.newBuilder()
                                .setName("envoy.network.dns_resolver.cares")
                                .setTypedConfig(cares(scope)))
                        .setDnsJitter(Values.duration(jitter(scope)));
        }
        draft.cluster()
                .setDnsRefreshRate(Values.duration(scope.mesh().dnsRefreshRate()))
                .setRespectDnsTtl(true);
    }

    /** Whether connections race to all addresses: Envoy does so only for one host with several addresses. */
    static boolean races(Service service, ClusterScope scope) {
        return service.kubernetes().racesAddresses() && scope.profile().has(ClusterChoices.ConnectStrategy.HONOURED);
    }

    private static DnsLookupFamily family(ClusterScope scope) {
        IpMode mode = scope.ipMode();
        return switch (scope.choice(ClusterChoices.DnsFamilies.class)) {
            case ONE_FAMILY -> mode == IpMode.IPV6 ? DnsLookupFamily.V6_ONLY : DnsLookupFamily.V4_ONLY;
            case BOTH_WHEN_DUAL -> byMode(mode, scope);
            case BOTH_WHEN_DUAL_OR_ASKED ->
                mode == IpMode.IPV6 && scope.env().flag("ISTIO_ENABLE_IPV4_OUTBOUND_LISTENER_FOR_IPV6_CLUSTERS", false)
                        ? DnsLookupFamily.ALL
                        : byMode(mode, scope);
        };
    }

    private static DnsLookupFamily byMode(IpMode mode, ClusterScope scope) {
        return switch (mode) {
            case IPV4 -> DnsLookupFamily.V4_ONLY;
            case IPV6 -> DnsLookupFamily.V6_ONLY;
            case DUAL -> scope.env().dualStack() ? DnsLookupFamily.ALL : DnsLookupFamily.V4_ONLY;
        };
    }

    private static Any cares(ClusterScope scope) {
        long queries = number(scope.env().variables().get("PILOT_DNS_CARES_UDP_MAX_QUERIES"), 100);
        return Envoy.any(CaresDnsResolverConfig.newBuilder()
                .setUdpMaxQueries(Values.uint32(queries))
                .build());
    }

    private static Duration jitter(ClusterScope scope) {
        String given = scope.env().variables().getOrDefault("PILOT_DNS_JITTER_DURATION", "100ms");
        return Durations.parse(given).orElse(Duration.ofMillis(100));
    }

    private static long number(String text, long byDefault) {
        return text != null && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : byDefault;
    }
}
