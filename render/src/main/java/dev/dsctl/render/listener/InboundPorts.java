package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.proxy.Proxy.InterceptionMode;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Names;
import dev.dsctl.render.StatPattern;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The ports on which a workload is reached. Source: {@code buildInboundChainConfigs}, pilot/pkg/networking/core/listener_inbound.go. */
final class InboundPorts {

    private InboundPorts() {}

    /** By target port; when several services have one, the oldest decides what it speaks. */
    static Collection<InboundPort> of(ListenerScope scope) {
        Map<Integer, InboundPort> ports = new TreeMap<>();
        ProxyView view = scope.view();
        if (view.proxy().interception() != InterceptionMode.NONE) {
            Bind bind = new Bind(scope.addresses().wildcards(), Bind.Socket.NONE);
            for (ServiceTarget target : view.targets()) {
                if (scope.reserved().allowsService(bind.socket(), target.targetPort())) {
                    ports.putIfAbsent(target.targetPort(), port(target, bind));
                }
            }
        }
        return ports.values();
    }

    private static InboundPort port(ServiceTarget target, Bind bind) {
        return new InboundPort(
                Names.inbound(target.targetPort()),
                target.port(),
                target.targetPort(),
                bind,
                StatPattern.Subject.of(target.service()),
                Metadata.getDefaultInstance());
    }
}
