package dev.dsctl.render.telemetry;

import dev.dsctl.model.mesh.DefaultProviders;
import dev.dsctl.model.mesh.ListenerConfig;
import dev.dsctl.model.provider.ExtensionProvider;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.telemetry.MergedLogging;
import dev.dsctl.model.telemetry.MergedMetrics;
import dev.dsctl.model.telemetry.MergedTracing;
import dev.dsctl.model.telemetry.Telemetry;
import dev.dsctl.model.telemetry.Telemetry.Mode;
import dev.dsctl.render.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Telemetry resources and default providers say about one proxy.
 *
 * @param view what the proxy sees
 * @param telemetries the resources it has, later ones count more
 */
record Reporting(ProxyView view, List<Telemetry> telemetries) {

    static Reporting of(ProxyView view) {
        Proxy proxy = view.proxy();
        return new Reporting(
                view,
                view.mesh().policies().telemetries().forWorkload(proxy.namespace(), proxy.labels(), view.profile()));
    }

    /** What each provider of metrics gets. */
    Map<String, MergedMetrics> metrics() {
        List<String> defaults = settings().metricsProviders().orElseGet(() -> DefaultProviders.metrics(view.profile()));
        return MergedMetrics.of(telemetries, defaults);
    }

    /** Where one direction is logged; empty when older settings hold. */
    Optional<MergedLogging> logging(Direction direction) {
        return MergedLogging.of(telemetries, settings().logProviders(), side(direction));
    }

    /** How one direction is traced; empty when older settings hold. */
    Optional<MergedTracing> tracing(Direction direction) {
        return MergedTracing.of(telemetries, settings().tracingProviders(), side(direction));
    }

    private ListenerConfig settings() {
        return view.mesh().config().listeners();
    }

    /** The provider of a name, whose case doesn't matter. */
    Optional<ExtensionProvider> provider(String name) {
        return view.mesh().config().providers().stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name))
                .findFirst();
    }

    static Mode side(Direction direction) {
        return switch (direction) {
            case INBOUND -> Mode.SERVER;
            case OUTBOUND -> Mode.CLIENT;
        };
    }
}
