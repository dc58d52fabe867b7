package dev.dsctl.render.route;

import dev.dsctl.model.mesh.ProxyConfig;
import dev.dsctl.model.profile.RouteChoices.AttemptCount;
import dev.dsctl.model.profile.RouteChoices.ForwardedHost;
import dev.dsctl.model.proxy.ProxyView;

/** Headers that a sidecar adds on its own. Source: {@code GetProxyHeaders}, pilot/pkg/networking/util/proxy_headers.go. */
final class ProxyHeaders {

    private ProxyHeaders() {}

    /** Whether a service learns how often a request was sent. */
    static boolean attemptCount(ProxyView view) {
        return switch (view.profile().choice(AttemptCount.class)) {
            case ALWAYS -> true;
            case CONFIGURABLE -> headers(view).attemptCount();
        };
    }

    /** Whether a service learns the host that the client asked for. */
    static boolean forwardedHost(ProxyView view) {
        return switch (view.profile().choice(ForwardedHost.class)) {
            case NEVER -> false;
            case CONFIGURABLE -> headers(view).forwardedHost();
        };
    }

    private static ProxyConfig.Headers headers(ProxyView view) {
        return view.proxy().config().headers();
    }
}
