package dev.dsctl.render.route;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.RouteChoices.SessionCookies;
import dev.dsctl.model.profile.RouteChoices.SessionHeaders;
import dev.dsctl.model.profile.RouteChoices.SessionSwitch;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.filters.http.stateful_session.v3.StatefulSession;
import io.envoyproxy.envoy.extensions.filters.http.stateful_session.v3.StatefulSessionPerRoute;
import io.envoyproxy.envoy.extensions.http.stateful_session.cookie.v3.CookieBasedSessionState;
import io.envoyproxy.envoy.extensions.http.stateful_session.header.v3.HeaderBasedSessionState;
import io.envoyproxy.envoy.type.http.v3.Cookie;
import java.util.List;
import java.util.Optional;

/**
 * Services whose label ties a client to the host that served it first. Source: {@code MaybeBuildStatefulSessionFilterConfig},
 * pilot/pkg/networking/util/util.go.
 */
final class StatefulSessions {

    /** The filter whose settings these are. */
    static final String FILTER = "envoy.filters.http.stateful_session";

    private final ProxyView view;
    private final PilotEnv env;

    StatefulSessions(ProxyView view) {
        this.view = view;
        this.env = view.mesh().env();
    }

    /** The filter's settings for a service, if it has such a label. */
    Optional<Any> of(Service service) {
        boolean on = switch (view.profile().choice(SessionSwitch.class)) {
            case LABEL -> true;
            case FEATURE -> env.flag("PILOT_ENABLE_PERSISTENT_SESSION_FILTER", false);
        };
        return on ? state(service).map(StatefulSessions::settings) : Optional.empty();
    }

    /** The filter's settings for the services of a route: the last one's, or that before the second that has any. */
    Optional<Any> of(List<Optional<Service>> services) {
        Optional<Any> chosen = Optional.empty();
        for (Optional<Service> service : services) {
            Optional<Any> own = service.flatMap(this::of);
            if (own.isPresent() && chosen.isPresent()) {
                break;
            }
            chosen = own;
        }
        return chosen;
    }

    private Optional<TypedExtensionConfig> state(Service service) {
        String cookie = label(service, "PILOT_PERSISTENT_SESSION_LABEL", "istio.io/persistent-session");
        if (!cookie.isEmpty()) {
            return Optional.of(extension(
                    "envoy.http.stateful_session.cookie",
                    Envoy.any(CookieBasedSessionState.newBuilder()
                            .setCookie(cookie(cookie))
                            .build())));
        }
        String header = switch (view.profile().choice(SessionHeaders.class)) {
            case UNKNOWN -> "";
            case LABELLED ->
                label(service, "PILOT_PERSISTENT_SESSION_HEADER_LABEL", "istio.io/persistent-session-header");
        };
        return header.isEmpty()
                ? Optional.empty()
                : Optional.of(extension(
                        "envoy.http.stateful_session.header",
                        Envoy.any(HeaderBasedSessionState.newBuilder()
                                .setName(header)
                                .build())));
    }

    private String label(Service service, String variable, String usual) {
        return service.labels().getOrDefault(env.text(variable, usual), "");
    }

    /** From {@code name} or {@code name:path}. */
    private Cookie cookie(String text) {
        int colon = text.indexOf(':');
        Cookie.Builder cookie = Cookie.newBuilder()
                .setName(colon < 0 ? text : text.substring(0, colon))
                .setPath(colon < 0 ? "/" : text.substring(colon + 1));
        switch (view.profile().choice(SessionCookies.class)) {
            case TWO_MINUTES -> cookie.setTtl(Duration.newBuilder().setSeconds(120));
            case SESSION -> {}
        }
        return cookie.build();
    }

    private static TypedExtensionConfig extension(String name, Any config) {
        return TypedExtensionConfig.newBuilder()
                .setName(name)
                .setTypedConfig(config)
                .build();
    }

    private static Any settings(TypedExtensionConfig state) {
        return Envoy.any(StatefulSessionPerRoute.newBuilder()
                .setStatefulSession(StatefulSession.newBuilder().setSessionState(state))
                .build());
    }
}
