package dev.dsctl.render.telemetry;

import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.TracingChoices;
import dev.dsctl.model.provider.TracingProvider;
import dev.dsctl.model.provider.TracingProvider.Sampler;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.HttpService;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.tracers.opentelemetry.samplers.v3.DynatraceSamplerConfig;
import java.util.Optional;

/** What decides which spans OpenTelemetry sends. Source: {@code configureDynatraceSampler}, pilot/pkg/networking/core/tracing.go. */
final class Samplers {

    private static final String API = "api/v2/samplingConfiguration";

    private Samplers() {}

    /** Whether a provider's spans are sampled by something of its own. */
    static boolean has(TracingProvider provider, IstioProfile profile) {
        return switch (profile.choice(TracingChoices.Samplers.class)) {
            case NONE -> false;
            case DYNATRACE ->
                provider.kind() == TracingProvider.Kind.OPEN_TELEMETRY
                        && provider.sampler().isPresent();
        };
    }

    /** The sampler of a collector; empty when what it would ask isn't known. */
    static Optional<TypedExtensionConfig> of(Sampler sampler, Collectors collector, ProxyView view) {
        Optional<HttpService> asked = sampler.api().isPresent()
                ? asked(sampler.api().get(), view)
                : collector
                        .provider()
                        .http()
                        .map(http -> HttpServices.of(collector.service(), API, collector.cluster(), http));
        return asked.map(service -> TypedExtensionConfig.newBuilder()
                .setName("envoy.tracers.opentelemetry.samplers.dynatrace")
                .setTypedConfig(Envoy.any(DynatraceSamplerConfig.newBuilder()
                        .setTenant(sampler.tenant())
                        .setClusterId(sampler.clusterId())
                        .setHttpService(service)
                        .setRootSpansPerMinute(sampler.rootSpansPerMinute())
                        .build()))
                .build());
    }

    private static Optional<HttpService> asked(Sampler.Api api, ProxyView view) {
        Optional<Service> service = view.mesh().serviceNamed(api.service());
        return service.map(
                known -> HttpServices.of(known, api.http().path(), Collectors.cluster(known, api.port()), api.http()));
    }
}
