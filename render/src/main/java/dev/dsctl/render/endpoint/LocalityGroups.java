package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Endpoint.Health;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.Service.TrafficDistribution;
import dev.dsctl.model.profile.EndpointChoices;
import dev.dsctl.model.proxy.ProxyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The endpoints of a service port that a proxy may use, by locality. Source: {@code EndpointBuilder},
 * pilot/pkg/xds/endpoints/endpoint_builder.go.
 */
final class LocalityGroups {

    private final ProxyView view;
    private final LbEndpoints messages;
    private final String sessionLabel;

    LocalityGroups(ProxyView view) {
        PilotEnv env = view.mesh().env();
        this.view = view;
        this.messages = new LbEndpoints(new WorkloadTags(view.profile(), env), env);
        this.sessionLabel =
                env.variables().getOrDefault("PILOT_PERSISTENT_SESSION_LABEL", "istio.io/persistent-session");
    }

    /** For a cluster that gets its endpoints by EDS. */
    List<LocalityGroup> byEds(EndpointQuery query) {
        boolean onlyAddresses = switch (view.profile().choice(EndpointChoices.HostNames.class)) {
            case KEPT -> false;
            case LEFT_OUT -> true;
        };
        EndpointTlsCheck tls = new EndpointTlsCheck(view, query);
        Map<String, LocalityGroup> groups = new TreeMap<>();
        for (Endpoint endpoint : view.mesh().endpointsOf(query.service())) {
            if (isOf(query, endpoint)
                    && (!onlyAddresses || IpAddresses.isAddressOrSocket(endpoint))
                    && isUsable(endpoint, query.service())) {
                group(groups, endpoint).add(endpoint, messages.full(endpoint, tls.of(endpoint)));
            }
        }
        return new ArrayList<>(groups.values());
    }

    /** For a cluster that carries its endpoints: one that is resolved by DNS. */
    List<LocalityGroup> byDns(EndpointQuery query) {
        boolean asOthers = switch (view.profile().choice(EndpointChoices.DnsEndpoints.class)) {
            case PLAIN -> false;
            case AS_OTHERS -> true;
        };
        EndpointTlsCheck tls = new EndpointTlsCheck(view, query);
        Map<String, LocalityGroup> groups = new TreeMap<>();
        for (Endpoint endpoint : view.mesh().listedEndpointsOf(query.service(), query.port())) {
            if (!isOfSubset(query, endpoint)) {
                continue;
            }
            if (!asOthers) {
                group(groups, endpoint).add(endpoint, messages.plain(endpoint, EndpointTls.ISTIO));
            } else if (isUsable(endpoint, query.service())) {
                group(groups, endpoint).add(endpoint, messages.full(endpoint, tls.of(endpoint)));
            }
        }
        return new ArrayList<>(groups.values());
    }

    private static LocalityGroup group(Map<String, LocalityGroup> groups, Endpoint endpoint) {
        return groups.computeIfAbsent(endpoint.locality(), l -> new LocalityGroup(Place.of(l)));
    }

    private static boolean isOf(EndpointQuery query, Endpoint endpoint) {
        return endpoint.servicePortName().equals(query.port().name()) && isOfSubset(query, endpoint);
    }

    private static boolean isOfSubset(EndpointQuery query, Endpoint endpoint) {
        return endpoint.labels().entrySet().containsAll(query.labels().entrySet());
    }

    private boolean isUsable(Endpoint endpoint, Service service) {
        if (service.kubernetes().nodeLocal()
                && !endpoint.nodeName().equals(view.proxy().nodeName())) {
            return false;
        }
        if (!view.proxy().sees(endpoint.network())) {
            return false;
        }
        if (endpoint.addresses().isEmpty() || endpoint.health() == Health.TERMINATING) {
            return false;
        }
        if (endpoint.health() == Health.UNHEALTHY && !sendsUnhealthy(service)) {
            return false;
        }
        return !messages.drains(endpoint)
                || !service.labels().getOrDefault(sessionLabel, "").isEmpty();
    }

    /** Where endpoints near the client are preferred Envoy must see how many of them are well. */
    private boolean sendsUnhealthy(Service service) {
        return view.mesh().env().flag("PILOT_SEND_UNHEALTHY_ENDPOINTS", false)
                || service.kubernetes().trafficDistribution() != TrafficDistribution.ANY;
    }
}
