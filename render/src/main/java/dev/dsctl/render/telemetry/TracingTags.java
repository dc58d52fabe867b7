package dev.dsctl.render.telemetry;

import dev.dsctl.model.mesh.ProxyConfig;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TracingChoices.ClusterTag;
import dev.dsctl.model.profile.TracingChoices.FormattedTags;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.type.metadata.v3.MetadataKey;
import io.envoyproxy.envoy.type.metadata.v3.MetadataKind;
import io.envoyproxy.envoy.type.tracing.v3.CustomTag;
import java.util.ArrayList;
import java.util.List;

/** The tags of spans. Source: pilot/pkg/networking/core/tracing.go. */
final class TracingTags {

    private static final String RBAC_FILTER = "envoy.filters.http.rbac";

    private TracingTags() {}

    /** Which workload a span is from. */
    static List<CustomTag> ofWorkload(ProxyView view) {
        Proxy proxy = view.proxy();
        List<CustomTag> tags = new ArrayList<>();
        tags.add(literal("istio.canonical_revision", label(proxy, "service.istio.io/canonical-revision", "latest")));
        tags.add(literal("istio.canonical_service", label(proxy, "service.istio.io/canonical-name", "unknown")));
        tags.add(literal("istio.mesh_id", proxy.meshId()));
        tags.add(literal("istio.namespace", proxy.namespace()));
        switch (view.profile().choice(ClusterTag.class)) {
            case ABSENT -> {}
            case PRESENT -> tags.add(literal("istio.cluster_id", proxy.clusterId()));
        }
        return tags;
    }

    /** What policies that are only tried out would have done. */
    static List<CustomTag> ofDryRuns() {
        return List.of(
                dryRun("allow_policy.name", "allow_shadow_effective_policy_id"),
                dryRun("allow_policy.result", "allow_shadow_engine_result"),
                dryRun("deny_policy.name", "deny_shadow_effective_policy_id"),
                dryRun("deny_policy.result", "deny_shadow_engine_result"));
    }

    /** A tag that the settings ask for. */
    static CustomTag of(String name, ProxyConfig.CustomTag tag, IstioProfile profile) {
        CustomTag.Builder result = CustomTag.newBuilder().setTag(name);
        return switch (tag.source()) {
            case LITERAL -> literal(name, tag.name());
            case FORMAT ->
                switch (profile.choice(FormattedTags.class)) {
                    case EMPTY -> result.build();
                    case VALUES -> NewerFields.with(result.build(), "value", tag.name());
                };
            case ENVIRONMENT ->
                result.setEnvironment(CustomTag.Environment.newBuilder()
                                .setName(tag.name())
                                .setDefaultValue(tag.fallback()))
                        .build();
            case HEADER ->
                result.setRequestHeader(CustomTag.Header.newBuilder()
                                .setName(tag.name())
                                .setDefaultValue(tag.fallback()))
                        .build();
        };
    }

    private static String label(Proxy proxy, String name, String fallback) {
        String value = proxy.labels().getOrDefault(name, "");
        return value.isEmpty() ? fallback : value;
    }

    private static CustomTag literal(String name, String value) {
        return CustomTag.newBuilder()
                .setTag(name)
                .setLiteral(CustomTag.Literal.newBuilder().setValue(value))
                .build();
    }

    private static CustomTag dryRun(String name, String key) {
        return CustomTag.newBuilder()
                .setTag("istio.authorization.dry_run." + name)
                .setMetadata(CustomTag.Metadata.newBuilder()
                        .setKind(MetadataKind.newBuilder().setRequest(MetadataKind.Request.getDefaultInstance()))
                        .setMetadataKey(MetadataKey.newBuilder()
                                .setKey(RBAC_FILTER)
                                .addPath(MetadataKey.PathSegment.newBuilder().setKey("istio_dry_run_" + key))))
                .build();
    }
}
