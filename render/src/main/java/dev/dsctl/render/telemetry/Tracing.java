package dev.dsctl.render.telemetry;

import com.google.protobuf.UInt32Value;
import dev.dsctl.model.mesh.ProxyConfig;
import dev.dsctl.model.profile.TracingChoices.ContextPropagation;
import dev.dsctl.model.profile.TracingChoices.IstioTags;
import dev.dsctl.model.profile.TracingChoices.UnsaidSampling;
import dev.dsctl.model.provider.TracingProvider;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.telemetry.MergedTracing;
import dev.dsctl.render.Direction;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.type.tracing.v3.CustomTag;
import io.envoyproxy.envoy.type.v3.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How requests are traced. Source: pilot/pkg/networking/core/tracing.go.
 *
 * @param inbound how requests that arrive are; empty when they aren't
 * @param outbound how requests that are sent are; empty when they aren't
 */
public record Tracing(Side inbound, Side outbound) {

    /** Nothing is traced. */
    public static final Tracing NONE = new Tracing(Side.NONE, Side.NONE);

    private static final double ALL = 100;
    private static final double DEFAULT_SAMPLING = 1;

    /**
     * How one direction is traced.
     *
     * @param tracing what connection managers get; empty when requests aren't traced
     * @param useRequestId whether the request id decides on sampling
     */
    public record Side(Optional<HttpConnectionManager.Tracing> tracing, boolean useRequestId) {

        private static final Side NONE = new Side(Optional.empty(), true);
    }

    /** Of a proxy; spans say which one it is. */
    public static Tracing of(ProxyView view) {
        Reporting reporting = Reporting.of(view);
        return new Tracing(side(reporting, Direction.INBOUND), side(reporting, Direction.OUTBOUND));
    }

    /** Of what is sent alone. */
    public Tracing outboundOnly() {
        return new Tracing(Side.NONE, outbound);
    }

    /** Of one direction. */
    public Side of(Direction direction) {
        return switch (direction) {
            case INBOUND -> inbound;
            case OUTBOUND -> outbound;
        };
    }

    private static Side side(Reporting reporting, Direction direction) {
        ProxyView view = reporting.view();
        return reporting
                .tracing(direction)
                .map(merged -> ofResources(merged, reporting))
                .orElseGet(() -> new Side(ofSettings(view), true));
    }

    private static Side ofResources(MergedTracing merged, Reporting reporting) {
        ProxyView view = reporting.view();
        if (merged.disabled()) {
            return new Side(Optional.empty(), true);
        }
        Optional<TracingProvider> provider = merged.provider()
                .flatMap(reporting::provider)
                .filter(TracingProvider.class::isInstance)
                .map(TracingProvider.class::cast);
        Optional<HttpConnectionManager.Tracing.Builder> tracing =
                provider.flatMap(known -> Collectors.tracing(known, view));
        if (tracing.isEmpty()) {
            return new Side(Optional.empty(), true);
        }
        ProxyConfig.Tracing config = view.proxy().config().tracing();
        Map<String, ProxyConfig.CustomTag> tags =
                merged.customTags().filter(said -> !said.isEmpty()).orElse(config.customTags());
        // A sampler wants to see everything.
        double sampling = Samplers.has(provider.get(), view.profile())
                ? ALL
                : merged.sampling().orElseGet(() -> unsaidSampling(view, config));
        HttpConnectionManager.Tracing.Builder result =
                sampled(tracing.get(), sampling).addAllCustomTags(tags(view, merged.istioTags(), tags));
        if (!result.hasMaxPathTagLength() && config.maxPathTagLength() > 0) {
            result.setMaxPathTagLength(UInt32Value.of(config.maxPathTagLength()));
        }
        return new Side(Optional.of(propagating(result.build(), merged, view)), merged.useRequestId());
    }

    private static HttpConnectionManager.Tracing propagating(
            HttpConnectionManager.Tracing tracing, MergedTracing merged, ProxyView view) {
        return switch (view.profile().choice(ContextPropagation.class)) {
            case ALWAYS -> tracing;
            case UNLESS_DISABLED ->
                merged.uncontinued() ? NewerFields.with(tracing, "noContextPropagation", true) : tracing;
        };
    }

    private static Optional<HttpConnectionManager.Tracing> ofSettings(ProxyView view) {
        if (!view.mesh().config().listeners().tracing()) {
            return Optional.empty();
        }
        ProxyConfig.Tracing config = view.proxy().config().tracing();
        HttpConnectionManager.Tracing.Builder tracing = sampled(
                        HttpConnectionManager.Tracing.newBuilder(), sampling(view, config))
                .addAllCustomTags(tags(view, config.istioTags(), config.customTags()));
        if (config.maxPathTagLength() > 0) {
            tracing.setMaxPathTagLength(UInt32Value.of(config.maxPathTagLength()));
        }
        return Optional.of(tracing.build());
    }

    private static HttpConnectionManager.Tracing.Builder sampled(
            HttpConnectionManager.Tracing.Builder tracing, double sampling) {
        return tracing.setClientSampling(percent(ALL))
                .setOverallSampling(percent(ALL))
                .setRandomSampling(percent(sampling));
    }

    private static double unsaidSampling(ProxyView view, ProxyConfig.Tracing config) {
        return switch (view.profile().choice(UnsaidSampling.class)) {
            case NONE -> 0;
            case OF_SIDECAR -> sampling(view, config);
        };
    }

    private static double sampling(ProxyView view, ProxyConfig.Tracing config) {
        if (config.sampling() != 0) {
            // More than all is taken for a mistake.
            return config.sampling() > ALL ? 1 : config.sampling();
        }
        return view.mesh().env().number("PILOT_TRACE_SAMPLING", DEFAULT_SAMPLING, 0, ALL);
    }

    private static List<CustomTag> tags(ProxyView view, boolean wanted, Map<String, ProxyConfig.CustomTag> custom) {
        List<CustomTag> tags = new ArrayList<>();
        if (hasIstioTags(view, wanted)) {
            tags.addAll(TracingTags.ofWorkload(view));
            tags.addAll(TracingTags.ofDryRuns());
        }
        custom.forEach((name, tag) -> tags.add(TracingTags.of(name, tag, view.profile())));
        tags.sort(Comparator.comparing(CustomTag::getTag));
        return tags;
    }

    private static boolean hasIstioTags(ProxyView view, boolean wanted) {
        return switch (view.profile().choice(IstioTags.class)) {
            case UNLESS_ENVIRONMENT_REFUSES -> view.mesh().env().flag("PILOT_ENABLE_ISTIO_TAGS", true);
            case ALWAYS -> true;
            case CONFIGURABLE -> wanted;
        };
    }

    private static Percent percent(double value) {
        return Percent.newBuilder().setValue(value).build();
    }
}
