package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.traffic.HttpRetry;
import java.util.Optional;
import java.util.Set;

/**
 * The mesh's settings that reach routes. Source: istio/api mesh/v1alpha1/config.proto.
 *
 * @param defaultRetry {@code defaultHttpRetryPolicy}: when requests are sent again that no VirtualService speaks of
 * @param virtualServiceExportTo {@code defaultVirtualServiceExportTo}: who sees VirtualServices that don't say it themselves
 */
public record RouteConfig(Optional<HttpRetry> defaultRetry, Set<String> virtualServiceExportTo) {

    /** What an installation has that sets nothing. */
    public static final RouteConfig DEFAULT = new RouteConfig(Optional.empty(), Set.of("*"));

    /** The settings that were written. */
    static RouteConfig of(Fields mesh) {
        String retry = "defaultHttpRetryPolicy";
        Set<String> exportTo = Set.copyOf(mesh.strings("defaultVirtualServiceExportTo"));
        return new RouteConfig(
                mesh.has(retry) ? Optional.of(HttpRetry.of(mesh.fields(retry))) : Optional.empty(),
                exportTo.isEmpty() ? DEFAULT.virtualServiceExportTo : exportTo);
    }
}
