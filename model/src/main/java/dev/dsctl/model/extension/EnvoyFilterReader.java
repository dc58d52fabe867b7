package dev.dsctl.model.extension;

import dev.dsctl.model.extension.EnvoyFilter.ApplyTo;
import dev.dsctl.model.extension.EnvoyFilter.ClusterMatch;
import dev.dsctl.model.extension.EnvoyFilter.ConfigPatch;
import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.extension.EnvoyFilter.FilterChainMatch;
import dev.dsctl.model.extension.EnvoyFilter.FilterMatch;
import dev.dsctl.model.extension.EnvoyFilter.ListenerMatch;
import dev.dsctl.model.extension.EnvoyFilter.Match;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.model.extension.EnvoyFilter.RouteConfigurationMatch;
import dev.dsctl.model.extension.EnvoyFilter.RouteMatch;
import dev.dsctl.model.extension.EnvoyFilter.VirtualHostMatch;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.WorkloadSelector;
import java.util.Arrays;

/** Reads EnvoyFilters. Source: istio/api networking/v1alpha3/envoy_filter.proto. */
final class EnvoyFilterReader {

    private EnvoyFilterReader() {}

    static EnvoyFilter read(Manifest manifest, Problems problems) {
        Fields spec = Fields.of(manifest, problems).fields("spec");
        return new EnvoyFilter(
                ObjectMeta.of(manifest),
                WorkloadSelector.ofLabels(spec),
                spec.integer("priority", 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
                spec.list("configPatches").stream()
                        .map(EnvoyFilterReader::patch)
                        .toList());
    }

    private static ConfigPatch patch(Fields patch) {
        Fields change = patch.fields("patch");
        ApplyTo target = constant(patch, "applyTo", ApplyTo.INVALID, ApplyTo.class);
        if (target == ApplyTo.BOOTSTRAP || target == ApplyTo.EXTENSION_CONFIG) {
            patch.warning("applyTo", target + " has no effect on listeners, clusters, routes and endpoints");
        }
        return new ConfigPatch(
                target,
                match(patch.fields("match")),
                constant(change, "operation", Operation.INVALID, Operation.class),
                change.node("value").orElse(null),
                patch.at().line());
    }

    private static Match match(Fields match) {
        Fields proxy = match.fields("proxy");
        return new Match(
                constant(match, "context", Context.ANY, Context.class),
                proxy.string("proxyVersion"),
                proxy.stringMap("metadata"),
                match.has("listener") ? listener(match.fields("listener")) : null,
                match.has("routeConfiguration") ? routeConfiguration(match.fields("routeConfiguration")) : null,
                match.has("cluster") ? cluster(match.fields("cluster")) : null);
    }

    private static ListenerMatch listener(Fields listener) {
        return new ListenerMatch(
                listener.string("name"),
                listener.port("portNumber"),
                listener.string("listenerFilter"),
                listener.has("filterChain") ? filterChain(listener.fields("filterChain")) : null);
    }

    private static FilterChainMatch filterChain(Fields chain) {
        return new FilterChainMatch(
                chain.string("name"),
                chain.string("sni"),
                chain.string("transportProtocol"),
                chain.string("applicationProtocols"),
                chain.port("destinationPort"),
                chain.has("filter") ? filter(chain.fields("filter")) : null);
    }

    private static FilterMatch filter(Fields filter) {
        return new FilterMatch(
                filter.string("name"),
                filter.has("subFilter") ? filter.fields("subFilter").string("name") : null);
    }

    private static RouteConfigurationMatch routeConfiguration(Fields routes) {
        routes.ignore("portName", "gateway");
        return new RouteConfigurationMatch(
                routes.string("name"),
                routes.port("portNumber"),
                routes.has("vhost") ? virtualHost(routes.fields("vhost")) : null);
    }

    private static VirtualHostMatch virtualHost(Fields host) {
        Fields route = host.fields("route");
        return new VirtualHostMatch(
                host.string("name"),
                host.string("domainName"),
                host.has("route") ? new RouteMatch(route.string("name"), route.string("action", "ANY")) : null);
    }

    private static ClusterMatch cluster(Fields cluster) {
        return new ClusterMatch(
                cluster.string("name"),
                cluster.string("service"),
                cluster.string("subset"),
                cluster.port("portNumber"));
    }

    private static <E extends Enum<E>> E constant(Fields fields, String key, E fallback, Class<E> type) {
        String name = fields.string(key, fallback.name());
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        fields.error(key, "must be one of " + Arrays.toString(type.getEnumConstants()) + ", is '" + name + "'");
        return fallback;
    }
}
