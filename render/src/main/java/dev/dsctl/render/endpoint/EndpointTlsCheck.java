package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.profile.EndpointChoices.RuleTls;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.security.MutualTlsMode;
import dev.dsctl.model.traffic.ClientTls.Mode;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.TrafficPolicy;
import java.util.Optional;

/**
 * Whether an endpoint of a cluster gets Istio's mutual TLS: by the destination rule if it says so, else by the endpoint's sidecar and its
 * PeerAuthentications. Source: {@code mtlsChecker}, pilot/pkg/xds/endpoints/mtls_checker.go.
 */
final class EndpointTlsCheck {

    private final ProxyView view;
    private final EndpointQuery query;
    private final RuleTls rules;

    EndpointTlsCheck(ProxyView view, EndpointQuery query) {
        this.view = view;
        this.query = query;
        this.rules = view.profile().choice(RuleTls.class);
    }

    EndpointTls of(Endpoint endpoint) {
        Optional<Mode> mode = query.rule().flatMap(rule -> modeFor(endpoint, rule));
        if (mode.isPresent()) {
            if (mode.get() == Mode.ISTIO_MUTUAL) {
                return EndpointTls.ISTIO;
            }
            if (mode.get() == Mode.DISABLE || rules == RuleTls.SUBSET_ANY_MODE) {
                return EndpointTls.NONE;
            }
        }
        if (!endpoint.tlsMode().equals(LbEndpoints.TLS_ISTIO)) {
            return EndpointTls.NONE;
        }
        MutualTlsMode accepted = view.mesh()
                .policies()
                .security()
                .peers()
                .forWorkload(endpoint.namespace(), endpoint.labels())
                .of(endpoint.port());
        return accepted == MutualTlsMode.DISABLE ? EndpointTls.NONE : EndpointTls.ISTIO;
    }

    private Optional<Mode> modeFor(Endpoint endpoint, DestinationRule rule) {
        TrafficPolicy whole = rule.policyOrNone();
        return switch (rules) {
            case SUBSET_LABELS ->
                rule.subsets().stream()
                        .filter(s -> endpoint.labels()
                                .entrySet()
                                .containsAll(s.labels().entrySet()))
                        .findFirst()
                        .flatMap(DestinationRule.Subset::policy)
                        .flatMap(p -> p.tlsMode(query.port().number()))
                        .or(() -> whole.tlsMode(query.port().number()));
            case SUBSET, SUBSET_ANY_MODE ->
                query.subset().isEmpty()
                        ? whole.tlsMode(query.port().number())
                        : rule.subset(query.subset())
                                .flatMap(DestinationRule.Subset::policy)
                                .flatMap(p -> p.tlsMode(query.port().number()));
        };
    }
}
