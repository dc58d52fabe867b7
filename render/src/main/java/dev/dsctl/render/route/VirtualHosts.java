package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.RouteChoices.DomainCase;
import dev.dsctl.model.profile.RouteChoices.DomainPorts;
import dev.dsctl.model.proxy.Families;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.FamilyMarks;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The virtual hosts of one route configuration: no name and no domain twice, the first one has it. Source:
 * {@code BuildSidecarOutboundVirtualHosts}, pilot/pkg/networking/core/httproute.go.
 */
final class VirtualHosts {

    private static final int HTTP_PORT = 80;

    private final ProxyView view;
    private final Domains domains;
    private final StatefulSessions sessions;
    private final int port;
    private final boolean attemptCount;
    private final Set<String> names = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> fullNames = new HashSet<>();

    private VirtualHosts(ProxyView view, int port) {
        this.view = view;
        this.domains = new Domains(view);
        this.sessions = new StatefulSessions(view);
        this.port = port;
        this.attemptCount = ProxyHeaders.attemptCount(view);
    }

    /**
     * The virtual hosts of groups.
     *
     * @param port the port that the route configuration is for, 0 for any
     */
    static List<VirtualHost> of(ProxyView view, List<HostGroup> groups, int port) {
        VirtualHosts hosts = new VirtualHosts(view, port);
        groups.forEach(hosts::addFullNames);
        List<VirtualHost> all = new ArrayList<>();
        groups.stream().filter(group -> !group.routes().isEmpty()).forEach(group -> hosts.add(all, group));
        return all;
    }

    private void addFullNames(HostGroup group) {
        for (RoutedService service : group.services()) {
            fullNames.add(service.hostname());
            fullNames.add(Hosts.withPort(service.hostname(), group.port()));
        }
    }

    private void add(List<VirtualHost> hosts, HostGroup group) {
        for (String host : group.hosts()) {
            String name = marked(Hosts.withPort(host, group.port()), families(group, Addresses.NONE));
            if (view.mayRoute(host) && names.add(name)) {
                Domains.ServiceDomains own =
                        new Domains.ServiceDomains(domains.of(host, portInDomains(group)), List.of());
                add(hosts, group, VirtualHost.newBuilder().setName(name), free(own));
            }
        }
        for (RoutedService service : group.services()) {
            Families families = families(group, service.service().addresses());
            String name = marked(Hosts.withPort(service.hostname(), group.port()), families);
            if (names.add(name)) {
                VirtualHost.Builder host = VirtualHost.newBuilder().setName(name);
                sessions.of(service.service())
                        .ifPresent(any -> host.putTypedPerFilterConfig(StatefulSessions.FILTER, any));
                add(hosts, group, host, free(domains.of(service, portInDomains(group), families)));
            }
        }
    }

    /** The port that domains are written with besides; 0 where Envoy ignores it. */
    private int portInDomains(HostGroup group) {
        return switch (view.profile().choice(DomainPorts.class)) {
            case IGNORED -> port == 0 ? group.port() : 0;
            case WRITTEN -> group.port();
        };
    }

    /**
     * Which addresses a virtual host answers to, where each family has its own: those of IPv6 if it leads to one cluster of that family
     * or stands for a service that has no other.
     */
    private Families families(HostGroup group, Addresses own) {
        if (view.families() == Families.TOGETHER) {
            return Families.TOGETHER;
        }
        FamilyMarks marks = FamilyMarks.of(view);
        boolean marked = marks.separatesClusters()
                && marks.isOf(group.routes().get(0).getRoute().getCluster());
        return marked || own.mode() == IpMode.IPV6 ? Families.IPV6 : Families.IPV4;
    }

    private String marked(String name, Families families) {
        return families == Families.IPV6 ? FamilyMarks.of(view).route(name) : name;
    }

    private void add(List<VirtualHost> hosts, HostGroup group, VirtualHost.Builder host, List<String> own) {
        List<String> reachable = port == 0 && group.port() != HTTP_PORT ? withPort(own) : own;
        if (!reachable.isEmpty()) {
            hosts.add(host.addAllDomains(reachable)
                    .addAllRoutes(group.routes())
                    .setIncludeRequestAttemptCount(attemptCount)
                    .build());
        }
    }

    /** Where requests to all ports meet, a domain without port means port 80. */
    private static List<String> withPort(List<String> domains) {
        return domains.stream().filter(domain -> domain.indexOf(':') >= 0).toList();
    }

    private List<String> free(Domains.ServiceDomains own) {
        List<String> free = new ArrayList<>(own.all().size());
        for (String domain : own.all()) {
            String key = switch (view.profile().choice(DomainCase.class)) {
                case SENSITIVE -> domain;
                case INSENSITIVE -> domain.toLowerCase(Locale.ROOT);
            };
            boolean othersName = own.expanded().contains(domain) && fullNames.contains(domain);
            if (!taken.contains(key) && !othersName) {
                taken.add(key);
                free.add(domain);
            }
        }
        return free;
    }
}
