package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Protocol;
import java.util.ArrayList;
import java.util.List;

/** The filter chains that a service's port adds to an outbound listener. Source: pilot/pkg/networking/core/listener.go. */
final class OutboundChains {

    private final ListenerScope scope;
    private final OutboundTcpChains tcp;
    private final OutboundTlsChains tls;

    OutboundChains(ListenerScope scope) {
        this.scope = scope;
        ConnectionTargets targets = new ConnectionTargets(scope);
        this.tcp = new OutboundTcpChains(scope, targets);
        this.tls = new OutboundTlsChains(scope, targets);
    }

    /** The chains of a port at its final address. */
    List<ChainSpec> of(OutboundPort port) {
        if (port.port().protocol() == Protocol.HTTP_PROXY) {
            return List.of(ChainSpec.of(ChainMatch.ALL, http(port)));
        }
        return switch (Handling.of(port.port().protocol())) {
            case HTTP -> List.of(ChainSpec.of(sharesPort(port) ? plainHttp() : ChainMatch.ALL, http(port)));
            case TCP -> port.port().protocol().isTls() ? tls.of(port) : tcp.of(port);
            case SNIFFED -> {
                List<ChainSpec> both = new ArrayList<>(tcp.of(port));
                both.add(ChainSpec.of(plainHttp(), http(port)));
                yield both;
            }
            case NONE -> List.of();
        };
    }

    /** What the listener of such chains takes. */
    Protocol protocol(OutboundPort port) {
        boolean http = Handling.of(port.port().protocol()) == Handling.HTTP
                && port.port().protocol() != Protocol.HTTP_PROXY;
        return http && sharesPort(port) ? Protocol.UNSUPPORTED : port.port().protocol();
    }

    /** On a wildcard address, what isn't HTTP must still get where it wants to. */
    private boolean sharesPort(OutboundPort port) {
        return scope.binds().isWildcard(port.bind());
    }

    private ChainMatch plainHttp() {
        return ChainMatch.ofPlainHttp(scope.settings().plainHttpProtocols());
    }

    private ChainSpec.Http http(OutboundPort port) {
        OutboundHttp.Kind kind = switch (port.port().protocol()) {
            case GRPC -> OutboundHttp.Kind.GRPC;
            case GRPC_WEB -> OutboundHttp.Kind.GRPC_WEB;
            default -> OutboundHttp.Kind.SERVICES;
        };
        return new ChainSpec.Http(new OutboundHttp(routeName(port), kind));
    }

    private String routeName(OutboundPort port) {
        int number = port.port().number();
        if (number == 0) {
            return port.bind().primary();
        }
        boolean alone = Handling.of(port.port().protocol()) == Handling.SNIFFED && !sharesPort(port);
        return scope.marks().route(alone ? port.service().hostname() + ":" + number : Integer.toString(number));
    }
}
