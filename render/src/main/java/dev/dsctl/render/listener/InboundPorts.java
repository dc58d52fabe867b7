package dev.dsctl.render.listener;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.ListenerChoices.IngressMetadata;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.sidecar.CaptureMode;
import dev.dsctl.model.sidecar.IngressListener;
import dev.dsctl.model.sidecar.ServerTls;
import dev.dsctl.model.sidecar.Sidecar;
import dev.dsctl.model.sidecar.SidecarPort;
import dev.dsctl.render.Names;
import dev.dsctl.render.StatPattern;
import dev.dsctl.render.envoy.ConfigMetadata;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ports on which a workload is reached. Source: {@code buildInboundChainConfigs}, pilot/pkg/networking/core/listener_inbound.go. */
final class InboundPorts {

    private final ListenerScope scope;
    private final ProxyView view;
    private final List<IngressListener> ingress;
    private final Map<Integer, InboundPort> ports = new TreeMap<>();

    private InboundPorts(ListenerScope scope) {
        this.scope = scope;
        this.view = scope.view();
        this.ingress = view.scope().sidecar().map(Sidecar::ingress).orElse(List.of());
    }

    /** By target port: those of services, or those that the Sidecar declares. */
    static Collection<InboundPort> of(ListenerScope scope) {
        InboundPorts ports = new InboundPorts(scope);
        if (ports.ingress.isEmpty()) {
            if (scope.view().proxy().interception() != InterceptionMode.NONE) {
                ports.addServices(Bind.Socket.NONE, Set.of());
            }
        } else {
            if (scope.view().mesh().env().flag("PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE", false)) {
                ports.addServices(ports.socket(CaptureMode.DEFAULT), numbers(ports.ingress));
            }
            ports.ingress.forEach(ports::add);
        }
        return ports.ports.values();
    }

    /** The ports that are declared, by the Sidecar if it declares any, else by services. */
    static Set<Integer> declared(ProxyView view) {
        List<IngressListener> ingress =
                view.scope().sidecar().map(Sidecar::ingress).orElse(List.of());
        return ingress.isEmpty()
                ? view.targets().stream().map(ServiceTarget::targetPort).collect(Collectors.toSet())
                : numbers(ingress);
    }

    private static Set<Integer> numbers(List<IngressListener> ingress) {
        Set<Integer> numbers = new HashSet<>();
        ingress.forEach(listener -> numbers.add(listener.port().number()));
        return numbers;
    }

    /** When several services have a port, the oldest decides what it speaks. */
    private void addServices(Bind.Socket socket, Set<Integer> except) {
        Bind bind = new Bind(scope.addresses().wildcards(), socket);
        if (bind.addresses().isEmpty()) {
            return;
        }
        for (ServiceTarget target : view.targets()) {
            int number = target.targetPort();
            if (scope.reserved().allowsService(socket, number) && !except.contains(number)) {
                ports.putIfAbsent(number, port(target, bind));
            }
        }
    }

    private InboundPort port(ServiceTarget target, Bind bind) {
        return new InboundPort(
                scope.marks().inbound(target.targetPort()),
                target.port(),
                target.targetPort(),
                bind,
                StatPattern.Subject.of(target.service()),
                Metadata.getDefaultInstance());
    }

    private void add(IngressListener listener) {
        SidecarPort written = listener.port();
        ServicePort port = ServicePort.of(written.name(), written.number(), written.protocol());
        Bind bind = new Bind(addresses(listener), socket(listener.captureMode()));
        if (scope.reserved().allowsIngress(bind.socket(), listener.bind(), bind.primary(), port)) {
            ObjectMeta meta = view.scope().sidecar().orElseThrow().meta();
            InboundPort added = new InboundPort(
                    Names.inbound(port.number()),
                    port,
                    port.number(),
                    bind,
                    StatPattern.Subject.of(meta.name() + "." + view.proxy().namespace()),
                    metadata(meta));
            ports.putIfAbsent(port.number(), ownTls(listener).map(added::with).orElse(added));
        }
    }

    private Optional<ServerTls> ownTls(IngressListener listener) {
        return view.mesh().env().flag("ENABLE_TLS_ON_SIDECAR_INGRESS", false) ? listener.tls() : Optional.empty();
    }

    /** The pod's own address unless another is written: all addresses of pods are such that clients can call. */
    private Addresses addresses(IngressListener listener) {
        return listener.bind().isEmpty() ? view.proxy().addresses().primaryOnly() : Addresses.of(listener.bind());
    }

    private Bind.Socket socket(CaptureMode mode) {
        boolean own = switch (mode) {
            case DEFAULT -> view.proxy().interception() == InterceptionMode.NONE;
            case IPTABLES -> false;
            case NONE -> true;
        };
        return own ? Bind.Socket.OWN : Bind.Socket.NONE;
    }

    /** Chains name the Sidecar as one of the workload's own namespace, even if it is the mesh's. */
    private Metadata metadata(ObjectMeta meta) {
        return switch (scope.profile().choice(IngressMetadata.class)) {
            case ABSENT -> Metadata.getDefaultInstance();
            case PRESENT ->
                ConfigMetadata.of(
                        scope.profile(), "sidecar", meta.in(view.proxy().namespace()));
        };
    }
}
