package dev.dsctl.render.route;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import dev.dsctl.model.profile.RouteChoices.CorsPreflights;
import dev.dsctl.model.traffic.CorsPolicy;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;
import java.util.Optional;

/** Which other sites may use an answer. Source: {@code TranslateCORSPolicy}, pilot/pkg/networking/core/route/route.go. */
final class CorsPolicies {

    private static final RuntimeFractionalPercent ALL = RuntimeFractionalPercent.newBuilder()
            .setDefaultValue(Percents.of(100))
            .build();

    private CorsPolicies() {}

    /** The policy as settings of Envoy's CORS filter. */
    static Any ofFilter(RouteContext context, CorsPolicy cors) {
        io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy.Builder policy =
                io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy.newBuilder()
                        .setFilterEnabled(ALL)
                        .addAllAllowOriginStringMatch(origins(cors))
                        .setAllowMethods(String.join(",", cors.allowMethods()))
                        .setAllowHeaders(String.join(",", cors.allowHeaders()))
                        .setExposeHeaders(String.join(",", cors.exposeHeaders()))
                        .setMaxAge(maxAge(cors));
        cors.allowCredentials().map(BoolValue::of).ifPresent(policy::setAllowCredentials);
        switch (context.choice(CorsPreflights.class)) {
            case ENVOYS_DEFAULT -> {}
            case FORWARDED -> policy.setForwardNotMatchingPreflights(BoolValue.of(!cors.ignoresUnmatchedPreflights()));
        }
        return Envoy.any(policy.build());
    }

    /** The policy as part of a route's action, where older proxies look for it. */
    static io.envoyproxy.envoy.config.route.v3.CorsPolicy ofAction(CorsPolicy cors) {
        io.envoyproxy.envoy.config.route.v3.CorsPolicy.Builder policy =
                io.envoyproxy.envoy.config.route.v3.CorsPolicy.newBuilder()
                        .setFilterEnabled(ALL)
                        .addAllAllowOriginStringMatch(origins(cors))
                        .setAllowMethods(String.join(",", cors.allowMethods()))
                        .setAllowHeaders(String.join(",", cors.allowHeaders()))
                        .setExposeHeaders(String.join(",", cors.exposeHeaders()))
                        .setMaxAge(maxAge(cors));
        cors.allowCredentials().map(BoolValue::of).ifPresent(policy::setAllowCredentials);
        return policy.build();
    }

    private static List<StringMatcher> origins(CorsPolicy cors) {
        return cors.allowOrigins().stream()
                .map(StringMatchers::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String maxAge(CorsPolicy cors) {
        return cors.maxAge().map(age -> Long.toString(age.getSeconds())).orElse("");
    }
}
