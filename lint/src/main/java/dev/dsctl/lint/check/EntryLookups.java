package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Resolution;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.ListenerChoices.Ipv4OfIpv6Proxies;
import dev.dsctl.render.Names;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DnsLookupFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Destinations outside the mesh that are reached over a family that may lead nowhere. */
final class EntryLookups implements Check {

    private static final String FLAG = "ISTIO_ENABLE_IPV4_OUTBOUND_LISTENER_FOR_IPV6_CLUSTERS";

    @Override
    public String code() {
        return "DS019";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        Set<String> lookedUpInBoth = null;
        for (Service service : clients.view().services()) {
            if (service.registry() != Service.Registry.SERVICE_ENTRY) {
                continue;
            }
            if (clients.mode() == IpMode.DUAL && resolvesNames(scene, service)) {
                lookedUpInBoth = lookedUpInBoth == null ? lookedUpInBoth(clients) : lookedUpInBoth;
                if (lookedUpInBoth.contains(service.hostname())) {
                    found.add(bothFinding(scene, clients, service));
                }
            }
            if (clients.mode() == IpMode.IPV6 && !scene.mesh().env().flag(FLAG, false) && isIpv4(scene, service)) {
                found.add(ipv4Finding(scene, clients, service));
            }
        }
    }

    private static boolean resolvesNames(Scene scene, Service service) {
        boolean dns = service.resolution() == Resolution.DNS || service.resolution() == Resolution.DNS_ROUND_ROBIN;
        return dns
                && scene.mesh().endpointsOf(service).stream()
                        .anyMatch(endpoint ->
                                !IpLiteral.isAddress(endpoint.addresses().primary()));
    }

    /** The hosts that clusters look up in both families. */
    private static Set<String> lookedUpInBoth(Clients clients) {
        Set<String> hosts = new HashSet<>();
        for (Cluster cluster : clients.clusters()) {
            if (cluster.getDnsLookupFamily() == DnsLookupFamily.ALL) {
                Names.parseOutbound(cluster.getName()).ifPresent(key -> hosts.add(key.hostname()));
            }
        }
        return hosts;
    }

    /** Whether its endpoints, or for want of any its addresses, are IPv4 addresses. */
    private static boolean isIpv4(Scene scene, Service service) {
        List<String> addresses = scene.mesh().endpointsOf(service).stream()
                .map(Endpoint::addresses)
                .flatMap(each -> each.all().stream())
                .toList();
        List<String> reached = addresses.isEmpty() ? service.addresses().all() : addresses;
        return !reached.isEmpty()
                && reached.stream()
                        .allMatch(
                                address -> IpLiteral.isAddressOrCidr(address) && IpFamily.of(address) == IpFamily.IPV4);
    }

    private Finding bothFinding(Scene scene, Clients clients, Service service) {
        String message = clients + " " + Words.verb(clients.members().size(), "look") + " up both families of "
                + service.hostname()
                + " and may pick IPv6 addresses: without an IPv6 way out of the cluster calls fail or"
                + " are late, now and then";
        return Finding.of(
                        code(),
                        Severity.WARNING,
                        scene.subject(service, "resolution"),
                        message,
                        "make sure that IPv6 traffic leaves the cluster; else name IPv4 endpoints in the entry (resolution:"
                                + " STATIC), or suppress this once you know")
                .about("lookup of " + service.hostname());
    }

    private Finding ipv4Finding(Scene scene, Clients clients, Service service) {
        boolean ever = scene.mesh().profile().has(Ipv4OfIpv6Proxies.WHEN_ASKED);
        String message = service.hostname() + " is reached at IPv4 addresses, but " + clients + " "
                + (clients.members().size() == 1 ? "has" : "have")
                + " IPv6 alone and no listener for redirected IPv4 traffic: calls to it bypass the entry or fail";
        String fix = ever
                ? "set " + FLAG + "=true for istiod where the nodes translate (as on EKS), or name IPv6 endpoints"
                : "run a release that knows " + FLAG + ", or name IPv6 endpoints";
        return Finding.of(code(), Severity.WARNING, scene.subject(service, "endpoints"), message, fix)
                .about("IPv4 of " + service.hostname());
    }
}
