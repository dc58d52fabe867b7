package dev.dsctl.render.security;

import com.google.protobuf.Message;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;

/** RBAC filters around rules. Source: {@code buildHTTP} and {@code buildTCP}, pilot/pkg/security/authz/builder/builder.go. */
final class RbacFilters {

    static final String HTTP_NAME = "envoy.filters.http.rbac";
    static final String TCP_NAME = "envoy.filters.network.rbac";
    private static final String TCP_STAT_PREFIX = "tcp.";

    private RbacFilters() {}

    /** Rules that decide, shadow rules that are reported under {@code shadowPrefix}. */
    static HttpFilter http(RbacRules rules, String shadowPrefix) {
        var rbac = io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.newBuilder();
        rules.enforced().ifPresent(rbac::setRules);
        rules.shadow().ifPresent(rbac::setShadowRules);
        return httpFilter(HTTP_NAME, rbac.setShadowRulesStatPrefix(shadowPrefix).build());
    }

    /** The same for TCP chains. */
    static Filter tcp(RbacRules rules, String shadowPrefix) {
        var rbac = io.envoyproxy
                .envoy
                .extensions
                .filters
                .network
                .rbac
                .v3
                .RBAC
                .newBuilder()
                .setStatPrefix(TCP_STAT_PREFIX);
        rules.enforced().ifPresent(rbac::setRules);
        rules.shadow().ifPresent(rbac::setShadowRules);
        return tcpFilter(TCP_NAME, rbac.setShadowRulesStatPrefix(shadowPrefix).build());
    }

    /** Rules that decide and nothing else. */
    static HttpFilter httpDenying(RBAC rules) {
        return httpFilter(
                HTTP_NAME,
                io.envoyproxy
                        .envoy
                        .extensions
                        .filters
                        .http
                        .rbac
                        .v3
                        .RBAC
                        .newBuilder()
                        .setRules(rules)
                        .build());
    }

    /** The same for TCP chains. */
    static Filter tcpDenying(RBAC rules) {
        return tcpFilter(
                TCP_NAME,
                io.envoyproxy
                        .envoy
                        .extensions
                        .filters
                        .network
                        .rbac
                        .v3
                        .RBAC
                        .newBuilder()
                        .setRules(rules)
                        .setStatPrefix(TCP_STAT_PREFIX)
                        .build());
    }

    /** The prefix under which a dry run is reported. Istio writes that of ALLOW when there is none. */
    static String dryRunPrefix(RbacRules rules) {
        RBAC.Action action = rules.shadow().map(RBAC::getAction).orElse(RBAC.Action.ALLOW);
        return switch (action) {
            case ALLOW -> "istio_dry_run_allow_";
            case DENY -> "istio_dry_run_deny_";
            default -> "";
        };
    }

    static HttpFilter httpFilter(String name, Message config) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(Envoy.any(config))
                .build();
    }

    static Filter tcpFilter(String name, Message config) {
        return Filter.newBuilder()
                .setName(name)
                .setTypedConfig(Envoy.any(config))
                .build();
    }
}
