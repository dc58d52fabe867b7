package dev.dsctl.render.listener;

import com.github.udpa.udpa.type.v1.TypedStruct;
import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.profile.ListenerChoices.NetworkAuthentication;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Direction;
import dev.dsctl.render.Names;
import dev.dsctl.render.envoy.Envoy;
import dev.dsctl.render.json.TypedJson;
import dev.dsctl.render.security.SecurityFilters;
import dev.dsctl.render.telemetry.AccessLogs;
import dev.dsctl.render.telemetry.MetricsFilters;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.mongo_proxy.v3.MongoProxy;
import io.envoyproxy.envoy.extensions.filters.network.redis_proxy.v3.RedisProxy;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The network filters of filter chains, in order. Source: pilot/pkg/networking/core/networkfilter.go and listener_inbound.go.
 */
final class NetworkFilters {

    private static final String TCP_PROXY = "envoy.filters.network.tcp_proxy";
    private static final int REDIS_TIMEOUT_SECONDS = 5;

    private final PilotEnv env;
    private final AccessLogs accessLogs;
    /** What stands before the filters that forward, by direction; the same in all chains. */
    private final List<Filter> outboundTcp;

    private final List<Filter> inboundTcp;
    private final List<Filter> inboundHttp;
    private final List<Filter> inboundBlackHole;

    NetworkFilters(ProxyView view, AccessLogs accessLogs, MetricsFilters metrics, SecurityFilters security) {
        this.env = view.mesh().env();
        this.accessLogs = accessLogs;
        List<Filter> exchange = exchange(view);
        this.outboundTcp = metrics.tcp(Direction.OUTBOUND);
        this.inboundHttp = concat(authentication(view), exchange);
        this.inboundTcp = concat(inboundHttp, security.customTcp(), security.tcp(), metrics.tcp(Direction.INBOUND));
        this.inboundBlackHole = concat(exchange, metrics.tcp(Direction.INBOUND));
    }

    /** For traffic to somewhere else. */
    List<Filter> outbound(Protocol protocol, TcpProxy proxy) {
        return concat(outboundTcp, forwarding(protocol, withLogs(proxy, Direction.OUTBOUND)));
    }

    /** For traffic to the application. */
    List<Filter> inbound(Protocol protocol, TcpProxy proxy) {
        return concat(inboundTcp, forwarding(protocol, withLogs(proxy, Direction.INBOUND)));
    }

    /** For requests to the application. */
    List<Filter> inboundHttp(HttpConnectionManager manager) {
        return concat(inboundHttp, List.of(httpConnectionManager(manager)));
    }

    /** For traffic that must go nowhere. */
    List<Filter> blackHole(Direction direction) {
        TcpProxy nowhere = TcpProxy.newBuilder()
                .setStatPrefix(Names.BLACK_HOLE_CLUSTER)
                .setCluster(Names.BLACK_HOLE_CLUSTER)
                .build();
        List<Filter> before = direction == Direction.INBOUND ? inboundBlackHole : outboundTcp;
        return concat(before, List.of(filter(TCP_PROXY, Envoy.any(nowhere))));
    }

    static Filter httpConnectionManager(HttpConnectionManager manager) {
        return filter("envoy.filters.network.http_connection_manager", Envoy.any(manager));
    }

    private TcpProxy withLogs(TcpProxy proxy, Direction direction) {
        return accessLogs.tcp(direction).isEmpty()
                ? proxy
                : proxy.toBuilder().addAllAccessLog(accessLogs.tcp(direction)).build();
    }

    private List<Filter> forwarding(Protocol protocol, TcpProxy proxy) {
        Filter tcp = filter(TCP_PROXY, Envoy.any(proxy));
        return switch (protocol) {
            case MONGO -> env.flag("PILOT_ENABLE_MONGO_FILTER", true) ? List.of(mongo(proxy), tcp) : List.of(tcp);
            case REDIS -> env.flag("PILOT_ENABLE_REDIS_FILTER", false) ? List.of(redis(proxy)) : List.of(tcp);
            case MYSQL -> env.flag("PILOT_ENABLE_MYSQL_FILTER", false) ? List.of(mysql(proxy), tcp) : List.of(tcp);
            default -> List.of(tcp);
        };
    }

    private static Filter mysql(TcpProxy proxy) {
        return filter(
                "envoy.filters.network.mysql_proxy",
                TypedJson.of(
                        "envoy.extensions.filters.network.mysql_proxy.v3.MySQLProxy",
                        Map.of("statPrefix", proxy.getStatPrefix())));
    }

    private static Filter mongo(TcpProxy proxy) {
        return filter(
                "envoy.filters.network.mongo_proxy",
                Envoy.any(MongoProxy.newBuilder()
                        .setStatPrefix(proxy.getStatPrefix())
                        .build()));
    }

    private static Filter redis(TcpProxy proxy) {
        String cluster = proxy.hasWeightedClusters()
                ? proxy.getWeightedClusters().getClusters(0).getName()
                : proxy.getCluster();
        RedisProxy redis = RedisProxy.newBuilder()
                .setLatencyInMicros(true)
                .setStatPrefix(proxy.getStatPrefix())
                .setSettings(RedisProxy.ConnPoolSettings.newBuilder()
                        .setOpTimeout(Duration.newBuilder().setSeconds(REDIS_TIMEOUT_SECONDS)))
                .setPrefixRoutes(RedisProxy.PrefixRoutes.newBuilder()
                        .setCatchAllRoute(
                                RedisProxy.PrefixRoutes.Route.newBuilder().setCluster(cluster)))
                .build();
        return filter("envoy.filters.network.redis_proxy", Envoy.any(redis));
    }

    private static List<Filter> exchange(ProxyView view) {
        return view.mesh().env().flag("PILOT_ENABLE_METADATA_EXCHANGE", true)
                ? List.of(filter(MetadataExchange.NAME, MetadataExchange.tcp(view)))
                : List.of();
    }

    private static List<Filter> authentication(ProxyView view) {
        return switch (view.profile().choice(NetworkAuthentication.class)) {
            case ISTIO_FILTER ->
                List.of(filter(
                        "istio_authn",
                        Envoy.any(TypedStruct.newBuilder()
                                .setTypeUrl("type.googleapis.com/io.istio.network.authn.Config")
                                .build())));
            case NONE -> List.of();
        };
    }

    private static Filter filter(String name, Any config) {
        return Filter.newBuilder().setName(name).setTypedConfig(config).build();
    }

    @SafeVarargs
    private static List<Filter> concat(List<Filter>... parts) {
        List<Filter> all = new ArrayList<>();
        for (List<Filter> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
