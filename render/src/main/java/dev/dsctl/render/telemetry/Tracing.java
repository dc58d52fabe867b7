package dev.dsctl.render.telemetry;

import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.ProxyConfig;
import dev.dsctl.model.profile.TracingChoices.IstioTags;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.type.tracing.v3.CustomTag;
import io.envoyproxy.envoy.type.v3.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How requests are traced. Source: pilot/pkg/networking/core/tracing.go. */
public final class Tracing {

    private static final double ALL = 100;
    private static final double DEFAULT_SAMPLING = 1;

    private Tracing() {}

    /** What HTTP connection managers of a proxy get; none when tracing is off. */
    public static Optional<HttpConnectionManager.Tracing> of(ProxyView view) {
        if (!view.mesh().config().listeners().tracing()) {
            return Optional.empty();
        }
        ProxyConfig.Tracing config = view.proxy().config().tracing();
        HttpConnectionManager.Tracing.Builder tracing = HttpConnectionManager.Tracing.newBuilder()
                .setClientSampling(percent(ALL))
                .setOverallSampling(percent(ALL))
                .setRandomSampling(percent(sampling(view, config)))
                .addAllCustomTags(tags(view, config));
        if (config.maxPathTagLength() > 0) {
            tracing.setMaxPathTagLength(UInt32Value.of(config.maxPathTagLength()));
        }
        return Optional.of(tracing.build());
    }

    private static double sampling(ProxyView view, ProxyConfig.Tracing config) {
        if (config.sampling() != 0) {
            // More than all is taken for a mistake.
            return config.sampling() > ALL ? 1 : config.sampling();
        }
        return view.mesh().env().number("PILOT_TRACE_SAMPLING", DEFAULT_SAMPLING, 0, ALL);
    }

    private static List<CustomTag> tags(ProxyView view, ProxyConfig.Tracing config) {
        List<CustomTag> tags = new ArrayList<>();
        if (hasIstioTags(view, config)) {
            tags.addAll(TracingTags.ofWorkload(view));
            tags.addAll(TracingTags.ofDryRuns());
        }
        config.customTags().forEach((name, tag) -> tags.add(TracingTags.of(name, tag)));
        tags.sort(Comparator.comparing(CustomTag::getTag));
        return tags;
    }

    private static boolean hasIstioTags(ProxyView view, ProxyConfig.Tracing config) {
        return switch (view.profile().choice(IstioTags.class)) {
            case UNLESS_ENVIRONMENT_REFUSES -> view.mesh().env().flag("PILOT_ENABLE_ISTIO_TAGS", true);
            case ALWAYS -> true;
            case CONFIGURABLE -> config.istioTags();
        };
    }

    private static Percent percent(double value) {
        return Percent.newBuilder().setValue(value).build();
    }
}
