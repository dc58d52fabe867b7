package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.sidecar.ServerTls;
import dev.dsctl.render.StatPattern;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.Optional;

/**
 * A port on which a workload is reached through its sidecar. Source: {@code inboundChainConfig},
 * pilot/pkg/networking/core/listener_inbound.go.
 *
 * @param cluster where traffic goes
 * @param port the port of the service, or the one a Sidecar declares
 * @param targetPort where the workload listens; 0 for all ports that aren't known otherwise
 * @param bind where to listen; most inbound ports are redirected, so this gives them no more than their name
 * @param statistics what stands in the names of its statistics
 * @param metadata which resource it comes from; empty when from none
 * @param tls that clients speak and a Sidecar sets up; empty when none does
 */
record InboundPort(
        String cluster,
        ServicePort port,
        int targetPort,
        Bind bind,
        StatPattern.Subject statistics,
        Metadata metadata,
        Optional<ServerTls> tls) {

    /** A port on which the sidecar takes off mutual TLS only. */
    InboundPort(
            String cluster,
            ServicePort port,
            int targetPort,
            Bind bind,
            StatPattern.Subject statistics,
            Metadata metadata) {
        this(cluster, port, targetPort, bind, statistics, metadata, Optional.empty());
    }

    /** The same with TLS of its own, which is taken off: what is inside counts. */
    InboundPort with(ServerTls own) {
        Protocol inside = switch (port.protocol()) {
            case HTTPS -> Protocol.HTTP;
            case TLS -> Protocol.TCP;
            default -> port.protocol();
        };
        ServicePort ended = new ServicePort(port.name(), port.number(), inside, port.transport(), port.target());
        return new InboundPort(cluster, ended, targetPort, bind, statistics, metadata, Optional.of(own));
    }

    /** The same for another target port. */
    InboundPort at(int number) {
        return new InboundPort(cluster, port, number, bind, statistics, metadata, tls);
    }

    /** Whether it stands for ports that aren't known otherwise. */
    boolean isPassthrough() {
        return bind.addresses().isEmpty();
    }

    /** The name of its filter chains. */
    String chainName(InboundMatch.Content content) {
        if (isPassthrough()) {
            return content == InboundMatch.Content.HTTP ? "virtualInbound-catchall-http" : port.name();
        }
        return listenerName();
    }

    /** The name of its listener, when it has one of its own. */
    String listenerName() {
        return bind.primary() + "_" + targetPort;
    }
}
