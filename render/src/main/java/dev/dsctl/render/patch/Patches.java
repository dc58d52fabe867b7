package dev.dsctl.render.patch;

import com.google.protobuf.Message;
import dev.dsctl.model.extension.EnvoyFilter;
import dev.dsctl.model.extension.EnvoyFilter.ApplyTo;
import dev.dsctl.model.extension.EnvoyFilter.ConfigPatch;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The patches of a proxy's EnvoyFilters, by what they change. Source: {@code MergedEnvoyFilterWrapper} and {@code
 * convertToEnvoyFilterWrapper}, pilot/pkg/model.
 */
public final class Patches {

    /** No patch at all. */
    public static final Patches NONE = new Patches(Map.of());

    /** Elsewhere an insertion is an addition. */
    private static final Set<ApplyTo> INSERTABLE =
            Set.of(ApplyTo.HTTP_FILTER, ApplyTo.NETWORK_FILTER, ApplyTo.HTTP_ROUTE, ApplyTo.LISTENER_FILTER);

    private final Map<ApplyTo, List<Patch>> byTarget;

    private Patches(Map<ApplyTo, List<Patch>> byTarget) {
        this.byTarget = byTarget;
    }

    /** The patches of the EnvoyFilters that a proxy has. */
    public static Patches of(ProxyView view) {
        Proxy proxy = view.proxy();
        List<EnvoyFilter> filters =
                view.mesh().policies().envoyFilters().forWorkload(proxy.namespace(), proxy.labels(), view.profile());
        return of(filters, proxy, view.profile().release());
    }

    /** The patches of these EnvoyFilters that are for a proxy of a release, in the order in which they are applied. */
    static Patches of(List<EnvoyFilter> filters, Proxy proxy, String release) {
        if (filters.isEmpty()) {
            return NONE;
        }
        PatchValues values = new PatchValues();
        Map<ApplyTo, List<Patch>> byTarget = new EnumMap<>(ApplyTo.class);
        for (EnvoyFilter filter : filters) {
            for (ConfigPatch patch : filter.patches()) {
                Optional<Message> prototype = prototype(patch.applyTo());
                if (prototype.isPresent() && isFor(patch, proxy, release)) {
                    Message value = values.read(patch, prototype.get(), filter);
                    byTarget.computeIfAbsent(patch.applyTo(), target -> new ArrayList<>())
                            .add(new Patch(patch.match(), operation(patch), value));
                }
            }
        }
        return new Patches(byTarget);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return byTarget.isEmpty();
    }

    /** The patches of one kind of object, in the order in which they are applied. */
    List<Patch> on(ApplyTo target) {
        return byTarget.getOrDefault(target, List.of());
    }

    private static boolean isFor(ConfigPatch patch, Proxy proxy, String release) {
        return versionMatches(patch.match().proxyVersion(), release)
                && proxy.metadata()
                        .entrySet()
                        .containsAll(patch.match().proxyMetadata().entrySet());
    }

    private static boolean versionMatches(String pattern, String release) {
        if (pattern.isEmpty()) {
            return true;
        }
        try {
            return Pattern.compile(pattern).matcher(release).find();
        } catch (PatternSyntaxException invalid) {
            return true;
        }
    }

    private static Operation operation(ConfigPatch patch) {
        return switch (patch.operation()) {
            case INSERT_AFTER, INSERT_BEFORE, INSERT_FIRST ->
                INSERTABLE.contains(patch.applyTo()) ? patch.operation() : Operation.ADD;
            default -> patch.operation();
        };
    }

    private static Optional<Message> prototype(ApplyTo target) {
        return switch (target) {
            case LISTENER -> Optional.of(Listener.getDefaultInstance());
            case FILTER_CHAIN -> Optional.of(FilterChain.getDefaultInstance());
            case LISTENER_FILTER -> Optional.of(ListenerFilter.getDefaultInstance());
            case NETWORK_FILTER -> Optional.of(Filter.getDefaultInstance());
            case HTTP_FILTER -> Optional.of(HttpFilter.getDefaultInstance());
            case ROUTE_CONFIGURATION -> Optional.of(RouteConfiguration.getDefaultInstance());
            case VIRTUAL_HOST -> Optional.of(VirtualHost.getDefaultInstance());
            case HTTP_ROUTE -> Optional.of(Route.getDefaultInstance());
            case CLUSTER -> Optional.of(Cluster.getDefaultInstance());
            case EXTENSION_CONFIG, BOOTSTRAP, INVALID -> Optional.empty();
        };
    }
}
