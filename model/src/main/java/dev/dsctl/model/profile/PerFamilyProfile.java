package dev.dsctl.model.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Istio's first design for dual stack, as its branch experimental-dual-stack has it. The branch was never released; it began before the
 * oldest release that dsctl knows, so it also differs from that one in what has nothing to do with address families.
 */
final class PerFamilyProfile {

    /** What it is called. */
    static final String NAME = "per-family";

    private static final String BRANCH = " @ experimental-dual-stack";

    /** What belongs to the design. */
    private static final List<Change> DESIGN = List.of(
            difference(
                    AddressChoices.FamilyDesign.PER_FAMILY,
                    "Listeners, clusters, routes and endpoints of each family's own: virtualInbound6, outbound6|, inbound6|, 80.ipv6.",
                    "pilot/pkg/networking/core/v1alpha3/listener_builder.go, cluster.go, httproute.go"),
            difference(
                    AddressChoices.ExtraVips.ALL_IF_DUAL_STACK,
                    "Without dual stack a service is reached by its first address.",
                    "pilot/pkg/model/service.go"),
            difference(
                    AddressChoices.RouteVips.PRIMARY_AND_EXTRA,
                    "Virtual hosts answer to all addresses of their family.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go"),
            difference(
                    EntryChoices.EntryAddresses.SERVICE_PER_HOST,
                    "The addresses of a ServiceEntry belong to one service.",
                    "pilot/pkg/serviceregistry/serviceentry/conversion.go"),
            difference(
                    ClusterChoices.InboundTarget.LOOPBACK_IF_DUAL_STACK,
                    "Inbound clusters lead to 127.0.0.1 or ::1.",
                    "pilot/pkg/networking/core/v1alpha3/cluster.go"),
            difference(
                    ListenerChoices.ServerNames.EVERY_WILDCARD,
                    "Outbound TLS to services without an address is told apart by server name on [::], too.",
                    "pilot/pkg/networking/core/v1alpha3/tls.go"));

    /** What has to do with the time at which the branch began. */
    private static final List<Change> AGE = List.of(
            difference(
                    ListenerChoices.DefaultMetrics.PROMETHEUS,
                    "Prometheus metrics are configured by the mesh's default provider.",
                    "pilot/pkg/model/telemetry.go"),
            difference(
                    TelemetryChoices.StatsFilter.WASM,
                    "A WebAssembly filter reports metrics.",
                    "pilot/pkg/model/telemetry.go"),
            difference(
                    ListenerChoices.GrpcStats.GRPC_PORTS,
                    "Only ports for gRPC count gRPC messages.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go"),
            difference(
                    ListenerChoices.GrpcWebPorts.INBOUND,
                    "Only applications that speak gRPC-Web get a filter for it, not those that call them.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go"),
            difference(
                    MeshChoices.UnreadyEndpoints.UNHEALTHY,
                    "Clients know the identities of endpoints that aren't ready.",
                    "pilot/pkg/model/service.go"),
            difference(
                    ListenerChoices.PassthroughRequests.AS_OUTBOUND,
                    "Requests that arrive for ports no service has pass the filters of outbound ones.",
                    "pilot/pkg/networking/core/v1alpha3/listener_builder.go"),
            difference(
                    ListenerChoices.NetworkAuthentication.NONE,
                    "Inbound chains have no network authentication filter.",
                    "pilot/pkg/networking/plugin/authn/authentication.go"),
            difference(
                    ListenerChoices.ExchangePlace.AFTER_POLICIES,
                    "Workloads tell each other who they are after policies were looked at.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go"),
            difference(
                    ListenerChoices.InboundChainOrder.BY_NAME,
                    "Inbound filter chains stand in the order of their names.",
                    "pilot/pkg/networking/core/v1alpha3/listener_builder.go"),
            difference(
                    ListenerChoices.RedirectedPortInspection.UNMENTIONED,
                    "Inspectors are not told to leave out port 15006.",
                    "pilot/pkg/networking/core/v1alpha3/listener_builder.go"),
            difference(
                    ListenerChoices.JoinedInspectors.FORGOTTEN,
                    "Where services share an outbound listener for TCP, only the first one's need for inspectors counts.",
                    "pilot/pkg/networking/core/v1alpha3/listener.go"),
            difference(
                    ListenerChoices.UnknownIdleTimeout.NEVER,
                    "Connections to unknown destinations may be idle for ever.",
                    "pilot/pkg/networking/core/v1alpha3/listener_builder.go"),
            difference(
                    ClusterChoices.HttpDefaults.STREAM_LIMIT,
                    "HTTP/2 has a limit of streams that nobody reaches; passthrough clusters have no idle timeout.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go"),
            difference(
                    ClusterChoices.EmptyLoadBalancing.LEFT_OUT,
                    "Clusters have load-balancing settings only where something is set.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go"),
            difference(
                    ClusterChoices.PlainSocket.BY_NAME,
                    "The socket for hosts without mutual TLS is known by its name.",
                    "pilot/pkg/networking/core/v1alpha3/cluster_builder.go"),
            difference(
                    RouteChoices.DomainPorts.WRITTEN,
                    "Virtual hosts list their domains with and without port.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go"),
            difference(
                    RouteChoices.DirectResponses.ENVOYS_DEFAULT,
                    "Direct responses are as long as Envoy lets them be.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go"),
            difference(
                    RouteChoices.TotalWeights.LEFT_OUT,
                    "Weighted clusters don't tell the sum of weights.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go"),
            difference(
                    RouteChoices.StreamTimeouts.STREAM_DURATION,
                    "Routes to services set max_stream_duration.",
                    "pilot/pkg/networking/core/v1alpha3/route/route.go"),
            difference(
                    RouteChoices.RetryPredicates.NAMED,
                    "What keeps retries from hosts that failed is known by its name.",
                    "pilot/pkg/networking/core/v1alpha3/route/retry/retry.go"));

    /** What differs from the oldest release. */
    static final List<Change> DIFFERENCES =
            Stream.of(DESIGN, AGE).flatMap(List::stream).toList();

    /** What the design has in common with the oldest release, and later ones gave up. */
    private static final List<Choice> KEPT = List.of(
            AddressChoices.PrimaryVip.FIRST,
            MeshChoices.PodEndpoints.ONE_PER_SLICE,
            ClusterChoices.InboundPassthrough.ONE_PER_FAMILY,
            ClusterChoices.DnsFamilies.ONE_FAMILY);

    private PerFamilyProfile() {}

    /** The branch itself. */
    static IstioProfile profile() {
        Map<Class<? extends Choice>, Choice> choices = new HashMap<>();
        DIFFERENCES.forEach(difference -> choices.put(IstioProfiles.axis(difference.choice()), difference.choice()));
        return new IstioProfile(NAME, choices);
    }

    /** A release with the branch's design. */
    static IstioProfile designOver(IstioProfile release) {
        Map<Class<? extends Choice>, Choice> choices = new HashMap<>(release.choices());
        KEPT.forEach(choice -> choices.put(IstioProfiles.axis(choice), choice));
        DESIGN.forEach(difference -> choices.put(IstioProfiles.axis(difference.choice()), difference.choice()));
        return new IstioProfile(release.release(), choices);
    }

    /** The branch with the design that was released. */
    static IstioProfile withoutDesign() {
        Map<Class<? extends Choice>, Choice> choices = new HashMap<>(profile().choices());
        DESIGN.forEach(difference -> choices.remove(IstioProfiles.axis(difference.choice())));
        return new IstioProfile(NAME, choices);
    }

    private static Change difference(Choice choice, String summary, String paths) {
        return Change.of(choice, summary, paths + BRANCH);
    }
}
