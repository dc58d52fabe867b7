package dev.dsctl.render.listener;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.dsctl.istio.alpn.FilterConfig;
import dev.dsctl.istio.alpn.FilterConfig.AlpnOverride;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.profile.ListenerChoices.ExchangePlace;
import dev.dsctl.model.profile.ListenerChoices.GrpcStats;
import dev.dsctl.model.profile.ListenerChoices.GrpcWebPorts;
import dev.dsctl.model.profile.ListenerChoices.PassthroughRequests;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.security.SecurityFilters;
import dev.dsctl.render.telemetry.MetricsFilters;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.Cors;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.http.grpc_web.v3.GrpcWeb;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.http.stateful_session.v3.StatefulSession;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTTP filters of connection managers, in order. Source: {@code buildHTTPConnectionManager},
 * pilot/pkg/networking/core/listener_builder.go.
 */
final class HttpFilters {

    static final String ROUTER = "envoy.filters.http.router";

    private final ProxyView view;
    private final PilotEnv env;
    private final SecurityFilters security;
    private final MetricsFilters metrics;
    private final ProxyHeaders headers;

    HttpFilters(ProxyView view, SecurityFilters security, MetricsFilters metrics) {
        this.view = view;
        this.env = view.mesh().env();
        this.security = security;
        this.metrics = metrics;
        this.headers = new ProxyHeaders(view);
    }

    /** For requests to the application. */
    List<HttpFilter> inbound(Protocol protocol) {
        List<HttpFilter> filters = guarded();
        addRouting(filters, Direction.INBOUND, protocol);
        return filters;
    }

    /** For requests to the application that no service has the port of. */
    List<HttpFilter> passthrough() {
        List<HttpFilter> filters = guarded();
        Direction direction = switch (view.profile().choice(PassthroughRequests.class)) {
            case AS_INBOUND -> Direction.INBOUND;
            case AS_OUTBOUND -> Direction.OUTBOUND;
        };
        addRouting(filters, direction, Protocol.UNSUPPORTED);
        return filters;
    }

    private List<HttpFilter> guarded() {
        List<HttpFilter> exchange = exchange(Direction.INBOUND, MetadataExchange.Propagation.EVERYONE);
        List<HttpFilter> policies = new ArrayList<>(security.customHttp());
        policies.addAll(security.authentication());
        policies.addAll(security.http());
        return switch (view.profile().choice(ExchangePlace.class)) {
            case BEFORE_POLICIES -> joined(exchange, policies);
            case AFTER_POLICIES -> joined(policies, exchange);
        };
    }

    private static List<HttpFilter> joined(List<HttpFilter> first, List<HttpFilter> second) {
        List<HttpFilter> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** For requests from the application. */
    List<HttpFilter> outbound(Protocol protocol, MetadataExchange.Propagation propagation) {
        List<HttpFilter> filters = exchange(Direction.OUTBOUND, propagation);
        addRouting(filters, Direction.OUTBOUND, protocol);
        return filters;
    }

    private List<HttpFilter> exchange(Direction direction, MetadataExchange.Propagation propagation) {
        List<HttpFilter> filters = new ArrayList<>();
        if (env.flag("PILOT_ENABLE_METADATA_EXCHANGE", true)) {
            filters.add(HttpFilter.newBuilder()
                    .setName(MetadataExchange.NAME)
                    .setTypedConfig(MetadataExchange.http(view, direction, propagation))
                    .build());
        }
        return filters;
    }

    private void addRouting(List<HttpFilter> filters, Direction direction, Protocol protocol) {
        boolean outbound = direction == Direction.OUTBOUND;
        if (protocol == Protocol.GRPC_WEB && (!outbound || view.profile().has(GrpcWebPorts.BOTH_DIRECTIONS))) {
            filters.add(filter("envoy.filters.http.grpc_web", GrpcWeb.getDefaultInstance()));
        }
        boolean counted = switch (view.profile().choice(GrpcStats.class)) {
            case ALL_PORTS -> true;
            case GRPC_PORTS -> protocol.isGrpc();
        };
        if (counted) {
            filters.add(filter("envoy.filters.http.grpc_stats", grpcStats()));
        }
        if (outbound && env.flag("PILOT_ENABLE_ALPN_FILTER", true)) {
            filters.add(filter("istio.alpn", alpn()));
        }
        filters.add(filter("envoy.filters.http.fault", HTTPFault.getDefaultInstance()));
        filters.add(filter("envoy.filters.http.cors", Cors.getDefaultInstance()));
        filters.addAll(metrics.http(direction));
        if (outbound && env.flag("PILOT_ENABLE_PERSISTENT_SESSION_FILTER", false)) {
            filters.add(filter("envoy.filters.http.stateful_session", StatefulSession.getDefaultInstance()));
        }
        filters.add(filter(
                ROUTER,
                Router.newBuilder()
                        .setSuppressEnvoyHeaders(!headers.showsDebugHeaders())
                        .build()));
    }

    private static Message grpcStats() {
        return io.envoyproxy.envoy.extensions.filters.http.grpc_stats.v3.FilterConfig.newBuilder()
                .setEmitFilterState(true)
                .setStatsForAllMethods(BoolValue.of(false))
                .build();
    }

    /** Tells the other sidecar by ALPN what it gets, so that it needn't find out itself. */
    private static FilterConfig alpn() {
        return FilterConfig.newBuilder()
                .addAlpnOverride(alpn(FilterConfig.Protocol.HTTP10, "istio-http/1.0", "http/1.0"))
                .addAlpnOverride(alpn(FilterConfig.Protocol.HTTP11, "istio-http/1.1", "http/1.1"))
                .addAlpnOverride(alpn(FilterConfig.Protocol.HTTP2, "istio-h2", "h2"))
                .build();
    }

    private static AlpnOverride alpn(FilterConfig.Protocol upstream, String inMesh, String elsewhere) {
        return AlpnOverride.newBuilder()
                .setUpstreamProtocol(upstream)
                .addAlpnOverride(inMesh)
                .addAlpnOverride("istio")
                .addAlpnOverride(elsewhere)
                .build();
    }

    private static HttpFilter filter(String name, Message config) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(Envoy.any(config))
                .build();
    }

    /** The router's configuration with a span for each request to an upstream. */
    @SuppressWarnings("deprecation")
    static Any startingSpans(Any router) {
        try {
            return Envoy.any(router.unpack(Router.class).toBuilder()
                    .setStartChildSpan(true)
                    .build());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the router's configuration is dsctl's own", e);
        }
    }
}
