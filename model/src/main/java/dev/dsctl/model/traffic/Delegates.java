package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.RouteChoices.DelegatingOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the routes of VirtualServices that others delegate to into those others. Source: {@code mergeVirtualServicesIfNeeded},
 * pilot/pkg/model/virtualservice.go.
 */
final class Delegates {

    private static final Comparator<VirtualService> OLDEST_FIRST =
            Comparator.comparing(VirtualService::meta, ObjectMeta.OLDEST_FIRST);

    private Delegates() {}

    /** The VirtualServices that have hosts, with all their routes, in the order in which they count. */
    static List<VirtualService> merged(IstioProfile profile, List<VirtualService> all, Set<String> exportToByDefault) {
        Map<String, VirtualService> delegates = new HashMap<>();
        List<VirtualService> plain = new ArrayList<>();
        List<VirtualService> roots = new ArrayList<>();
        for (VirtualService service : all) {
            if (service.hosts().isEmpty()) {
                delegates.put(key(service.meta().namespace(), service.meta().name()), service);
            } else {
                (service.delegates() ? roots : plain).add(service);
            }
        }
        plain.sort(OLDEST_FIRST);
        roots.sort(OLDEST_FIRST);
        List<VirtualService> merged = new ArrayList<>(plain);
        for (VirtualService root : roots) {
            merged.add(root.withHttp(routes(root, delegates, exportToByDefault)));
        }
        switch (profile.choice(DelegatingOrder.class)) {
            case LAST -> {}
            case BY_AGE -> merged.sort(OLDEST_FIRST);
        }
        return List.copyOf(merged);
    }

    private static List<HttpRoute> routes(
            VirtualService root, Map<String, VirtualService> delegates, Set<String> exportToByDefault) {
        String rootNamespace = root.meta().namespace();
        List<HttpRoute> routes = new ArrayList<>();
        for (HttpRoute route : root.http()) {
            if (route.delegate().isEmpty()) {
                routes.add(route);
                continue;
            }
            HttpRoute.Delegate delegate = route.delegate().orElseThrow();
            String namespace = delegate.namespace().isEmpty() ? rootNamespace : delegate.namespace();
            VirtualService found = delegates.get(key(namespace, delegate.name()));
            if (found != null && isVisible(found, rootNamespace, exportToByDefault)) {
                found.http().forEach(inner -> merged(route, inner).ifPresent(routes::add));
            }
        }
        return routes;
    }

    private static boolean isVisible(VirtualService delegate, String namespace, Set<String> exportToByDefault) {
        Set<String> exportTo = delegate.exportTo().isEmpty() ? exportToByDefault : delegate.exportTo();
        return exportTo.contains("*")
                || exportTo.contains(namespace)
                || (exportTo.contains(".") && delegate.meta().namespace().equals(namespace));
    }

    private static Optional<HttpRoute> merged(HttpRoute root, HttpRoute delegate) {
        return MatchMerger.merged(root.matches(), delegate.matches())
                .map(matches -> new HttpRoute(
                        MatchMerger.joined(root.name(), delegate.name()),
                        matches,
                        delegate.destinations(),
                        delegate.redirect(),
                        or(delegate.directResponse(), root.directResponse()),
                        delegate.delegate(),
                        or(delegate.rewrite(), root.rewrite()),
                        or(delegate.timeout(), root.timeout()),
                        or(delegate.retries(), root.retries()),
                        or(delegate.fault(), root.fault()),
                        merged(root.mirroring(), delegate.mirroring()),
                        or(delegate.cors(), root.cors()),
                        or(delegate.headers(), root.headers())));
    }

    private static Mirroring merged(Mirroring root, Mirroring delegate) {
        return new Mirroring(
                or(delegate.mirror(), root.mirror()),
                or(delegate.percentage(), root.percentage()),
                or(delegate.percent(), root.percent()),
                delegate.mirrors().isEmpty() ? root.mirrors() : delegate.mirrors());
    }

    private static <T> Optional<T> or(Optional<T> first, Optional<T> second) {
        return first.isPresent() ? first : second;
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
