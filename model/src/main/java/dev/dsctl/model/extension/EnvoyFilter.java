package dev.dsctl.model.extension;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.WorkloadSelector;
import java.util.List;
import java.util.Map;

/**
 * An EnvoyFilter (networking.istio.io): changes to what istiod generates.
 *
 * @param meta its metadata
 * @param selector for which workloads
 * @param priority lower ones are applied first
 * @param patches in the order written
 */
public record EnvoyFilter(ObjectMeta meta, WorkloadSelector selector, int priority, List<ConfigPatch> patches) {

    /** Which kind of object a patch changes. */
    public enum ApplyTo {
        LISTENER,
        FILTER_CHAIN,
        NETWORK_FILTER,
        HTTP_FILTER,
        ROUTE_CONFIGURATION,
        VIRTUAL_HOST,
        HTTP_ROUTE,
        CLUSTER,
        EXTENSION_CONFIG,
        BOOTSTRAP,
        LISTENER_FILTER,
        INVALID
    }

    /** For which direction of which kind of proxy a patch is. */
    public enum Context {
        ANY,
        SIDECAR_INBOUND,
        SIDECAR_OUTBOUND,
        GATEWAY,
        WAYPOINT
    }

    /** What a patch does. */
    public enum Operation {
        INVALID,
        MERGE,
        ADD,
        REMOVE,
        INSERT_BEFORE,
        INSERT_AFTER,
        INSERT_FIRST,
        REPLACE
    }

    /**
     * One change.
     *
     * @param applyTo what is changed
     * @param match which of them
     * @param operation how
     * @param value an Envoy message in JSON form, names in snake_case or camelCase; null when the operation needs none
     * @param line where the patch is written
     */
    public record ConfigPatch(ApplyTo applyTo, Match match, Operation operation, Node value, int line) {}

    /**
     * Which objects a patch is for. An absent part is null: it matches everything.
     *
     * @param context direction
     * @param proxyVersion a regular expression on the proxy's version, empty for any
     * @param proxyMetadata node metadata the proxy must report
     * @param listener which listener
     * @param routeConfiguration which route configuration
     * @param cluster which cluster
     */
    public record Match(
            Context context,
            String proxyVersion,
            Map<String, String> proxyMetadata,
            ListenerMatch listener,
            RouteConfigurationMatch routeConfiguration,
            ClusterMatch cluster) {}

    /**
     * A listener.
     *
     * @param name listener name, empty for any
     * @param portNumber its port, 0 for any
     * @param listenerFilter name of a listener filter, empty for any
     * @param filterChain which of its filter chains; null for any
     */
    public record ListenerMatch(String name, int portNumber, String listenerFilter, FilterChainMatch filterChain) {}

    /**
     * A filter chain.
     *
     * @param name chain name, empty for any
     * @param sni one of its server names, empty for any
     * @param transportProtocol its transport protocol, empty for any
     * @param applicationProtocols protocols it must all have, separated by commas; empty for any
     * @param destinationPort its destination port, 0 for any
     * @param filter which network filter; null for any
     */
    public record FilterChainMatch(
            String name,
            String sni,
            String transportProtocol,
            String applicationProtocols,
            int destinationPort,
            FilterMatch filter) {}

    /**
     * A network filter.
     *
     * @param name filter name
     * @param subFilter name of an HTTP filter in it; null for any
     */
    public record FilterMatch(String name, String subFilter) {}

    /**
     * A route configuration of a sidecar; what only gateways have isn't kept.
     *
     * @param name its name, empty for any
     * @param portNumber its port, 0 for any
     * @param virtualHost which virtual host; null for any
     */
    public record RouteConfigurationMatch(String name, int portNumber, VirtualHostMatch virtualHost) {}

    /**
     * A virtual host.
     *
     * @param name its name, empty for any
     * @param domainName one of its domains, empty for any
     * @param route which route; null for any
     */
    public record VirtualHostMatch(String name, String domainName, RouteMatch route) {}

    /**
     * A route.
     *
     * @param name its name, empty for any
     * @param action {@code ANY}, {@code ROUTE}, {@code REDIRECT} or {@code DIRECT_RESPONSE}
     */
    public record RouteMatch(String name, String action) {}

    /**
     * A cluster.
     *
     * @param name its name, empty to look at the other parts
     * @param service host name of its service, empty for any
     * @param subset its subset, empty for any
     * @param portNumber its service port, 0 for any
     */
    public record ClusterMatch(String name, String service, String subset, int portNumber) {}
}
