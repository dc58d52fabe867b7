package dev.dsctl.render.route;

import dev.dsctl.model.profile.RouteChoices.CookieAttributes;
import dev.dsctl.model.traffic.ConsistentHash;
import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy;
import java.util.Optional;

/** What of a request is hashed to pick a host. Source: {@code consistentHashToHashPolicy}, pilot/pkg/networking/core/route/route.go. */
final class HashPolicies {

    private HashPolicies() {}

    static Optional<HashPolicy> of(RouteContext context, ConsistentHash hash) {
        return hash.key().map(key -> policy(context, key).build());
    }

    private static HashPolicy.Builder policy(RouteContext context, ConsistentHash.Key key) {
        HashPolicy.Builder policy = HashPolicy.newBuilder();
        if (key instanceof ConsistentHash.Header header) {
            return policy.setHeader(HashPolicy.Header.newBuilder().setHeaderName(header.name()));
        }
        if (key instanceof ConsistentHash.Cookie cookie) {
            return policy.setCookie(cookie(context, cookie));
        }
        if (key instanceof ConsistentHash.QueryParameter parameter) {
            return policy.setQueryParameter(
                    HashPolicy.QueryParameter.newBuilder().setName(parameter.name()));
        }
        return policy.setConnectionProperties(
                HashPolicy.ConnectionProperties.newBuilder().setSourceIp(true));
    }

    private static HashPolicy.Cookie cookie(RouteContext context, ConsistentHash.Cookie cookie) {
        HashPolicy.Cookie.Builder policy =
                HashPolicy.Cookie.newBuilder().setName(cookie.name()).setPath(cookie.path());
        cookie.ttl().map(Protos::duration).ifPresent(policy::setTtl);
        switch (context.choice(CookieAttributes.class)) {
            case IGNORED -> {}
            case WRITTEN ->
                cookie.attributes()
                        .forEach((name, value) -> policy.addAttributes(HashPolicy.CookieAttribute.newBuilder()
                                .setName(name)
                                .setValue(value)));
        }
        return policy.build();
    }
}
