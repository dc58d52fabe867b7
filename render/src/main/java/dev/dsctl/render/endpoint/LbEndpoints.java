package dev.dsctl.render.endpoint;

import com.google.protobuf.Struct;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;

/**
 * One endpoint as Envoy sees it. Source: {@code buildEnvoyLbEndpoint}, pilot/pkg/xds/endpoints/endpoint_builder.go, and
 * {@code AppendLbEndpointMetadata}, pilot/pkg/networking/util/util.go.
 */
final class LbEndpoints {

    static final String TLS_ISTIO = "istio";

    private static final String TRANSPORT_SOCKET_MATCH = "envoy.transport_socket_match";
    private static final Struct ISTIO_TLS = Values.struct("tlsMode", TLS_ISTIO);
    private static final String UNIX = "unix://";

    private final WorkloadTags tags;
    private final String drainingLabel;
    private final boolean dualStack;

    LbEndpoints(WorkloadTags tags, PilotEnv env) {
        this.tags = tags;
        this.drainingLabel = env.variables().getOrDefault("PILOT_DRAINING_LABEL", "istio.io/draining");
        this.dualStack = env.dualStack();
    }

    /** With its health and all its addresses. */
    LbEndpoint full(Endpoint endpoint, EndpointTls tls) {
        LbEndpoint.Builder message = plain(endpoint, tls).toBuilder().setHealthStatus(health(endpoint));
        if (dualStack) {
            for (String address : endpoint.addresses().additional()) {
                message.getEndpointBuilder()
                        .addAdditionalAddressesBuilder()
                        .setAddress(address(address, endpoint.port()));
            }
        }
        return message.build();
    }

    /** Without health, with its first address only. */
    LbEndpoint plain(Endpoint endpoint, EndpointTls tls) {
        LbEndpoint.Builder message = LbEndpoint.newBuilder()
                .setLoadBalancingWeight(Values.uint32(Math.max(1, endpoint.weight())))
                .setMetadata(metadata(endpoint, tls));
        message.getEndpointBuilder().setAddress(address(endpoint.addresses().primary(), endpoint.port()));
        return message.build();
    }

    /** Whether it shuts down, but serves the sessions it has. */
    boolean drains(Endpoint endpoint) {
        return endpoint.health() == Endpoint.Health.DRAINING
                || (!drainingLabel.isEmpty()
                        && !endpoint.labels().getOrDefault(drainingLabel, "").isEmpty());
    }

    private HealthStatus health(Endpoint endpoint) {
        if (drains(endpoint)) {
            return HealthStatus.DRAINING;
        }
        return switch (endpoint.health()) {
            case HEALTHY -> HealthStatus.HEALTHY;
            case UNKNOWN -> HealthStatus.UNKNOWN;
            case UNHEALTHY, UNUSED -> HealthStatus.UNHEALTHY;
            case DRAINING -> HealthStatus.DRAINING;
            case TERMINATING -> HealthStatus.TIMEOUT;
        };
    }

    private Metadata metadata(Endpoint endpoint, EndpointTls tls) {
        Metadata.Builder metadata = Metadata.newBuilder();
        if (tls == EndpointTls.ISTIO && endpoint.tlsMode().equals(TLS_ISTIO)) {
            metadata.putFilterMetadata(TRANSPORT_SOCKET_MATCH, ISTIO_TLS);
        }
        tags.of(endpoint).ifPresent(tag -> metadata.putFilterMetadata("istio", tag));
        return metadata.build();
    }

    /** A port of 0 stands for a Unix socket. */
    private static Address address(String address, int port) {
        if (port != 0) {
            return Envoy.socketAddress(address, port);
        }
        String path = address.startsWith(UNIX) ? address.substring(UNIX.length()) : address;
        return Address.newBuilder().setPipe(Pipe.newBuilder().setPath(path)).build();
    }
}
