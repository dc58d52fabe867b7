package dev.dsctl.render.envoy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.profile.ClusterChoices.RuleVersion;
import dev.dsctl.model.profile.IstioProfile;
import io.envoyproxy.envoy.config.core.v3.Metadata;

/**
 * Says in a route or cluster which Istio resource asked for it. Source: {@code BuildConfigInfoMetadata}, pilot/pkg/networking/util/util.go.
 */
public final class ConfigMetadata {

    private ConfigMetadata() {}

    /**
     * The metadata of a message.
     *
     * @param kind the resource's kind in lower case with hyphens, {@code virtual-service}
     */
    public static Metadata of(IstioProfile profile, String kind, ObjectMeta meta) {
        Value path =
                Value.newBuilder().setStringValue(path(profile, kind, meta)).build();
        return Metadata.newBuilder()
                .putFilterMetadata(
                        "istio", Struct.newBuilder().putFields("config", path).build())
                .build();
    }

    /** {@code /apis/networking.istio.io/v1/namespaces/shop/virtual-service/web}. */
    public static String path(IstioProfile profile, String kind, ObjectMeta meta) {
        String version = switch (profile.choice(RuleVersion.class)) {
            case V1ALPHA3 -> "v1alpha3";
            case V1 -> "v1";
        };
        return "/apis/networking.istio.io/" + version + "/namespaces/" + meta.namespace() + "/" + kind + "/"
                + meta.name();
    }
}
