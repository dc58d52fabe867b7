package dev.dsctl.render.patch;

import java.util.Map;

/** Filter names from before Envoy's v3 API. Source: pkg/config/xds/deprecated.go. */
final class DeprecatedNames {

    private static final Map<String, String> OLD_BY_NEW = Map.ofEntries(
            Map.entry("envoy.filters.http.buffer", "envoy.buffer"),
            Map.entry("envoy.filters.http.cors", "envoy.cors"),
            Map.entry("envoy.filters.http.csrf", "envoy.csrf"),
            Map.entry("envoy.filters.http.dynamo", "envoy.http_dynamo_filter"),
            Map.entry("envoy.filters.http.ext_authz", "envoy.ext_authz"),
            Map.entry("envoy.filters.http.fault", "envoy.fault"),
            Map.entry("envoy.filters.http.grpc_http1_bridge", "envoy.grpc_http1_bridge"),
            Map.entry("envoy.filters.http.grpc_json_transcoder", "envoy.grpc_json_transcoder"),
            Map.entry("envoy.filters.http.grpc_web", "envoy.grpc_web"),
            Map.entry("envoy.filters.http.gzip", "envoy.gzip"),
            Map.entry("envoy.filters.http.health_check", "envoy.health_check"),
            Map.entry("envoy.filters.http.ip_tagging", "envoy.ip_tagging"),
            Map.entry("envoy.filters.http.lua", "envoy.lua"),
            Map.entry("envoy.filters.http.ratelimit", "envoy.rate_limit"),
            Map.entry("envoy.filters.http.router", "envoy.router"),
            Map.entry("envoy.filters.http.squash", "envoy.squash"),
            Map.entry("envoy.filters.listener.http_inspector", "envoy.listener.http_inspector"),
            Map.entry("envoy.filters.listener.original_dst", "envoy.listener.original_dst"),
            Map.entry("envoy.filters.listener.original_src", "envoy.listener.original_src"),
            Map.entry("envoy.filters.listener.proxy_protocol", "envoy.listener.proxy_protocol"),
            Map.entry("envoy.filters.listener.tls_inspector", "envoy.listener.tls_inspector"),
            Map.entry("envoy.filters.network.client_ssl_auth", "envoy.client_ssl_auth"),
            Map.entry("envoy.filters.network.ext_authz", "envoy.ext_authz"),
            Map.entry("envoy.filters.network.http_connection_manager", "envoy.http_connection_manager"),
            Map.entry("envoy.filters.network.mongo_proxy", "envoy.mongo_proxy"),
            Map.entry("envoy.filters.network.ratelimit", "envoy.ratelimit"),
            Map.entry("envoy.filters.network.redis_proxy", "envoy.redis_proxy"),
            Map.entry("envoy.filters.network.tcp_proxy", "envoy.tcp_proxy"));

    private DeprecatedNames() {}

    /** The old name of a filter, or its name when it has none. */
    static String oldName(String name) {
        return OLD_BY_NEW.getOrDefault(name, name);
    }

    /** The present name behind an old one; the first by name where two filters had it. */
    static String newName(String name) {
        return OLD_BY_NEW.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(name);
    }
}
