package dev.dsctl.render.listener;

import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.profile.ListenerChoices.Continue100;
import dev.dsctl.model.profile.TracingChoices.UpstreamSpans;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.telemetry.AccessLogs;
import dev.dsctl.render.telemetry.Tracing;
import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.Rds;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension;
import io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The HTTP connection managers of a proxy. Nearly all of one is the same in every listener, so each starts from a template. Source:
 * {@code buildHTTPConnectionManager}, pilot/pkg/networking/core/listener_builder.go.
 */
final class HttpConnectionManagers {

    private static final Rds ROUTES = Rds.newBuilder()
            .setConfigSource(ConfigSource.newBuilder()
                    .setAds(AggregatedConfigSource.getDefaultInstance())
                    .setInitialFetchTimeout(Duration.getDefaultInstance())
                    .setResourceApiVersion(ApiVersion.V3))
            .build();

    private final ProxyView view;
    private final ListenerSettings settings;
    private final AccessLogs accessLogs;
    private final HttpFilters filters;
    private final ProxyHeaders headers;
    private final Tracing tracing;
    private final Map<OutboundHttp.Kind, HttpConnectionManager> outbound = new EnumMap<>(OutboundHttp.Kind.class);
    private final Map<Protocol, HttpConnectionManager> inbound = new EnumMap<>(Protocol.class);
    private HttpConnectionManager passthrough;

    HttpConnectionManagers(
            ProxyView view, ListenerSettings settings, AccessLogs accessLogs, HttpFilters filters, Tracing tracing) {
        this.view = view;
        this.settings = settings;
        this.accessLogs = accessLogs;
        this.filters = filters;
        this.headers = new ProxyHeaders(view);
        this.tracing = tracing;
    }

    /** For requests from the application, routed by a route configuration of its own. */
    HttpConnectionManager outbound(OutboundHttp options, String statPrefix) {
        return outbound.computeIfAbsent(options.kind(), this::outboundTemplate).toBuilder()
                .setStatPrefix(statPrefix)
                .setRds(ROUTES.toBuilder().setRouteConfigName(options.routeName()))
                .build();
    }

    /** For requests to the application, all routed there. */
    HttpConnectionManager inbound(Protocol protocol, RouteConfiguration routes, String statPrefix) {
        return inbound.computeIfAbsent(protocol, this::inboundTemplate).toBuilder()
                .setStatPrefix(statPrefix)
                .setRouteConfig(routes)
                .build();
    }

    /** For requests to the application that no service has the port of. */
    HttpConnectionManager passthrough(RouteConfiguration routes, String statPrefix) {
        if (passthrough == null) {
            passthrough = template(Direction.INBOUND, filters.passthrough())
                    .setUseRemoteAddress(BoolValue.of(false))
                    .build();
        }
        return passthrough.toBuilder()
                .setStatPrefix(statPrefix)
                .setRouteConfig(routes)
                .build();
    }

    private HttpConnectionManager outboundTemplate(OutboundHttp.Kind kind) {
        return switch (kind) {
            case SERVICES -> forServices(Protocol.HTTP);
            case GRPC -> forServices(Protocol.GRPC);
            case GRPC_WEB -> forServices(Protocol.GRPC_WEB);
            case PROXY -> {
                HttpConnectionManager.Builder proxy = template(
                        Direction.OUTBOUND,
                        filters.outbound(Protocol.HTTP_PROXY, MetadataExchange.Propagation.EVERYONE));
                proxy.getHttpProtocolOptionsBuilder().setAllowAbsoluteUrl(BoolValue.of(true));
                yield proxy.setUseRemoteAddress(BoolValue.of(false)).build();
            }
        };
    }

    private HttpConnectionManager forServices(Protocol protocol) {
        boolean remote = view.mesh().env().flag("PILOT_SIDECAR_USE_REMOTE_ADDRESS", false);
        return template(Direction.OUTBOUND, filters.outbound(protocol, headers.propagation()))
                .setUseRemoteAddress(BoolValue.of(remote))
                .build();
    }

    private HttpConnectionManager inboundTemplate(Protocol protocol) {
        HttpConnectionManager.Builder manager =
                template(Direction.INBOUND, filters.inbound(protocol)).setUseRemoteAddress(BoolValue.of(false));
        if (protocol.isHttp2()) {
            manager.setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance());
        }
        return manager.build();
    }

    private HttpConnectionManager.Builder template(Direction direction, List<HttpFilter> httpFilters) {
        HttpConnectionManager.Builder manager = HttpConnectionManager.newBuilder()
                .addAllAccessLog(accessLogs.http(direction))
                .addAllHttpFilters(httpFilters)
                .addUpgradeConfigs(UpgradeConfig.newBuilder().setUpgradeType("websocket"))
                .setStreamIdleTimeout(Duration.getDefaultInstance())
                .setRequestIdExtension(requestId(tracing.of(direction)))
                .setProxy100Continue(proxies100Continue());
        headers.apply(manager, direction);
        applyHttp1(manager);
        applyNormalization(manager);
        settings.idleTimeout()
                .ifPresent(timeout -> manager.setCommonHttpProtocolOptions(
                        HttpProtocolOptions.newBuilder().setIdleTimeout(timeout)));
        tracing.of(direction).tracing().ifPresent(each -> applyTracing(manager, each));
        return manager;
    }

    private void applyTracing(HttpConnectionManager.Builder manager, HttpConnectionManager.Tracing wanted) {
        switch (view.profile().choice(UpstreamSpans.class)) {
            case CONNECTION_MANAGER -> manager.setTracing(wanted);
            case ROUTER -> {
                manager.setTracing(wanted.toBuilder().clearSpawnUpstreamSpan());
                if (wanted.hasSpawnUpstreamSpan()) {
                    manager.getHttpFiltersBuilderList().stream()
                            .filter(filter -> filter.getName().equals(HttpFilters.ROUTER))
                            .forEach(router ->
                                    router.setTypedConfig(HttpFilters.startingSpans(router.getTypedConfig())));
                }
            }
        }
    }

    private static RequestIDExtension requestId(Tracing.Side tracing) {
        return RequestIDExtension.newBuilder()
                .setTypedConfig(Envoy.any(UuidRequestIdConfig.newBuilder()
                        .setUseRequestIdForTraceSampling(BoolValue.of(tracing.useRequestId()))
                        .build()))
                .build();
    }

    private boolean proxies100Continue() {
        return switch (view.profile().choice(Continue100.class)) {
            case ANSWERED -> false;
            case PROXIED -> view.mesh().env().flag("ENABLE_100_CONTINUE_HEADERS", true);
        };
    }

    private void applyHttp1(HttpConnectionManager.Builder manager) {
        Http1ProtocolOptions options = headers.http1Options();
        if (settings.http10()) {
            options = options.toBuilder().setAcceptHttp10(true).build();
        }
        if (!options.equals(Http1ProtocolOptions.getDefaultInstance())) {
            manager.setHttpProtocolOptions(options);
        }
    }

    private void applyNormalization(HttpConnectionManager.Builder manager) {
        String normalization = view.mesh().config().listeners().pathNormalization();
        manager.setNormalizePath(BoolValue.of(!normalization.equals("NONE")))
                .setMergeSlashes(normalization.endsWith("MERGE_SLASHES"))
                .setPathWithEscapedSlashesAction(
                        normalization.startsWith("DECODE")
                                ? PathWithEscapedSlashesAction.UNESCAPE_AND_FORWARD
                                : PathWithEscapedSlashesAction.KEEP_UNCHANGED);
    }
}
