package dev.dsctl.render.route;

import dev.dsctl.model.profile.RouteChoices.RedirectPorts;
import dev.dsctl.model.traffic.Redirect;
import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.RedirectAction.RedirectResponseCode;
import java.util.Optional;

/** Answers that send the client elsewhere. Source: {@code ApplyRedirect}, pilot/pkg/networking/core/route/route.go. */
final class Redirects {

    private Redirects() {}

    /** The action, none for a status that Envoy can't send. */
    static Optional<RedirectAction> of(RouteContext context, Redirect redirect) {
        return code(redirect.code()).map(code -> {
            RedirectAction.Builder action = RedirectAction.newBuilder()
                    .setHostRedirect(redirect.authority())
                    .setPathRedirect(redirect.uri())
                    .setPortRedirect(port(context, redirect))
                    .setResponseCode(code);
            if (!redirect.scheme().isEmpty()) {
                action.setSchemeRedirect(redirect.scheme());
            }
            return action.build();
        });
    }

    private static int port(RouteContext context, Redirect redirect) {
        int port = 0;
        if (redirect.port() instanceof Redirect.Fixed fixed) {
            port = fixed.number();
        } else if (redirect.port() instanceof Redirect.OfRequest) {
            port = context.port();
        }
        String scheme = redirect.scheme().isEmpty() ? "http" : redirect.scheme();
        boolean usual = (port == 80 && scheme.equals("http")) || (port == 443 && scheme.equals("https"));
        return switch (context.choice(RedirectPorts.class)) {
            case WRITTEN -> port;
            case UNLESS_USUAL -> usual ? 0 : port;
        };
    }

    private static Optional<RedirectResponseCode> code(int status) {
        return switch (status) {
            case 0, 301 -> Optional.of(RedirectResponseCode.MOVED_PERMANENTLY);
            case 302 -> Optional.of(RedirectResponseCode.FOUND);
            case 303 -> Optional.of(RedirectResponseCode.SEE_OTHER);
            case 307 -> Optional.of(RedirectResponseCode.TEMPORARY_REDIRECT);
            case 308 -> Optional.of(RedirectResponseCode.PERMANENT_REDIRECT);
            default -> Optional.empty();
        };
    }
}
