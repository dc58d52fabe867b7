package dev.dsctl.model.proxy;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ScopeChoices.SameHosts;
import dev.dsctl.model.sidecar.EgressListener;
import dev.dsctl.model.sidecar.OutboundTraffic;
import dev.dsctl.model.sidecar.Sidecar;
import dev.dsctl.model.sidecar.SidecarPort;
import dev.dsctl.model.traffic.VirtualService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out what a proxy is let see. Source: {@code convertToSidecarScope} and {@code DefaultSidecarScopeForNamespace},
 * pilot/pkg/model/sidecar.go.
 */
final class SidecarScopes {

    private final Mesh mesh;
    private final String namespace;
    private final SameHosts sameHosts;
    private final List<Service> visible;
    private final List<VirtualService> virtualServices;

    private SidecarScopes(Mesh mesh, String namespace) {
        this.mesh = mesh;
        this.namespace = namespace;
        this.sameHosts = sameHosts(mesh);
        this.visible = VisibleServices.of(mesh, namespace);
        this.virtualServices = mesh.policies().virtualServices().visibleTo(namespace);
    }

    /** What this proxy is let see. */
    static SidecarScope of(Mesh mesh, Proxy proxy) {
        return of(
                mesh,
                proxy.namespace(),
                mesh.policies().sidecars().forWorkload(proxy.namespace(), proxy.workloadLabels()));
    }

    /** What a proxy of this namespace that has this Sidecar is let see. */
    static SidecarScope of(Mesh mesh, String namespace, Optional<Sidecar> sidecar) {
        SidecarScopes scopes = new SidecarScopes(mesh, namespace);
        OutboundTraffic ofMesh = new OutboundTraffic(
                mesh.config().listeners().allowsUnknownDestinations()
                        ? OutboundTraffic.Mode.ALLOW_ANY
                        : OutboundTraffic.Mode.REGISTRY_ONLY,
                Optional.empty());
        OutboundTraffic outbound = sidecar.flatMap(Sidecar::outboundTraffic).orElse(ofMesh);
        return scopes.scope(sidecar, outbound);
    }

    private static SameHosts sameHosts(Mesh mesh) {
        SameHosts choice = mesh.profile().choice(SameHosts.class);
        boolean unified = mesh.env().flag("PILOT_UNIFIED_SIDECAR_SCOPE", true);
        return choice == SameHosts.MERGED_FOR_CLUSTERS && !unified ? SameHosts.MERGED : choice;
    }

    private SidecarScope scope(Optional<Sidecar> sidecar, OutboundTraffic outbound) {
        boolean apart = sidecar.isEmpty() && sameHosts != SameHosts.MERGED_FOR_CLUSTERS;
        if (apart) {
            List<Service> services = sameHosts == SameHosts.MERGED ? merged(visible) : visible;
            EgressScope everything = new EgressScope(EgressListener.EVERYTHING, services, virtualServices);
            return new SidecarScope(sidecar, List.of(everything), services, outbound);
        }
        List<EgressListener> written = sidecar.map(Sidecar::egress).orElse(List.of());
        List<EgressListener> listeners = written.isEmpty() ? List.of(EgressListener.EVERYTHING) : written;
        List<EgressScope> egress = listeners.stream().map(this::egress).toList();
        return new SidecarScope(sidecar, egress, reachable(egress), outbound);
    }

    private List<Service> merged(List<Service> services) {
        MergedServices merged = new MergedServices(sameHosts);
        services.forEach(merged::add);
        return merged.all();
    }

    private List<Service> reachable(List<EgressScope> egress) {
        MergedServices merged = new MergedServices(sameHosts);
        VirtualServiceTargets targets = new VirtualServiceTargets(mesh, namespace);
        for (EgressScope scope : egress) {
            scope.services().forEach(merged::add);
            Optional<Integer> port = matchedPort(scope.listener());
            for (VirtualService virtualService : scope.virtualServices()) {
                targets.of(virtualService, port).forEach(merged::add);
            }
        }
        return merged.all();
    }

    private EgressScope egress(EgressListener listener) {
        ImportedHosts hosts = new ImportedHosts(listener.hosts(), namespace);
        Optional<Integer> port = matchedPort(listener);
        List<Service> imported = new ArrayList<>();
        for (Service service : visible) {
            hosts.of(service).flatMap(s -> withPort(s, port)).ifPresent(imported::add);
        }
        return new EgressScope(
                listener,
                ofOneNamespace(imported),
                virtualServices.stream().filter(hosts::overlap).toList());
    }

    /** The port that services must have: none for a listener without one, or for a generic HTTP proxy. */
    private static Optional<Integer> matchedPort(EgressListener listener) {
        return listener.port()
                .filter(port -> port.number() != 0 && port.protocol() != Protocol.HTTP_PROXY)
                .map(SidecarPort::number);
    }

    /** The service with nothing but the port; nothing when it doesn't have it. */
    static Optional<Service> withPort(Service service, Optional<Integer> number) {
        if (number.isEmpty()) {
            return Optional.of(service);
        }
        for (ServicePort port : service.ports()) {
            if (port.number() == number.get()) {
                return Optional.of(service.ports().size() == 1 ? service : service.withPorts(List.of(port)));
            }
        }
        return Optional.empty();
    }

    /** Of services of a host in several namespaces those of one: the proxy's own, else by release Kubernetes' own, else the first. */
    private List<Service> ofOneNamespace(List<Service> imported) {
        Map<String, Service> chosen = new HashMap<>();
        for (Service service : imported) {
            chosen.merge(service.hostname(), service, this::preferred);
        }
        return imported.stream()
                .filter(s -> chosen.get(s.hostname()).namespace().equals(s.namespace()))
                .toList();
    }

    private Service preferred(Service known, Service added) {
        if (added.namespace().equals(namespace)) {
            return added;
        }
        boolean kubernetes = sameHosts == SameHosts.MERGED_FOR_CLUSTERS
                && known.registry() != Service.Registry.KUBERNETES
                && added.registry() == Service.Registry.KUBERNETES
                && !known.namespace().equals(namespace);
        return kubernetes ? added : known;
    }
}
