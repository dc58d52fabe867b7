package dev.dsctl.model.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.profile.TrafficChoices.SubsetRetryBudget;
import dev.dsctl.model.traffic.ClientTls.Mode;
import dev.dsctl.model.traffic.LoadBalancer.Simple;
import dev.dsctl.model.traffic.TrafficPolicy.PortPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficPolicyTest {

    private static final TrafficPolicy RANDOM_WITH_TLS = policy(Simple.RANDOM, Mode.SIMPLE);

    @Test
    void inheritsNothingAtAPortOfItsOwn() {
        TrafficPolicy policy = withPort(RANDOM_WITH_TLS, 80, policy(Simple.ROUND_ROBIN, null));

        assertThat(policy.of(80).loadBalancer().orElseThrow().simple()).isEqualTo(Simple.ROUND_ROBIN);
        assertThat(policy.of(80).tls()).isEmpty();
        assertThat(policy.of(81)).isEqualTo(policy);
    }

    @Test
    void letsASubsetReplaceParts() {
        TrafficPolicy merged = merged(RANDOM_WITH_TLS, policy(Simple.ROUND_ROBIN, null));

        assertThat(merged.loadBalancer().orElseThrow().simple()).isEqualTo(Simple.ROUND_ROBIN);
        assertThat(merged.tls().orElseThrow().mode()).isEqualTo(Mode.SIMPLE);
    }

    @Test
    void letsAPortOfASubsetReplaceAll() {
        TrafficPolicy subset = withPort(policy(null, Mode.DISABLE), 80, policy(Simple.ROUND_ROBIN, null));

        TrafficPolicy merged = merged(RANDOM_WITH_TLS, subset);

        assertThat(merged.loadBalancer().orElseThrow().simple()).isEqualTo(Simple.ROUND_ROBIN);
        assertThat(merged.tls()).isEmpty();
    }

    @Test
    void takesThePortsTlsModeFirst() {
        TrafficPolicy policy = withPort(RANDOM_WITH_TLS, 80, policy(null, Mode.DISABLE));

        assertThat(policy.tlsMode(80)).contains(Mode.DISABLE);
        assertThat(policy.tlsMode(81)).contains(Mode.SIMPLE);
        assertThat(withPort(RANDOM_WITH_TLS, 80, TrafficPolicy.NONE).tlsMode(80))
                .contains(Mode.SIMPLE);
    }

    private static TrafficPolicy merged(TrafficPolicy whole, TrafficPolicy subset) {
        return whole.of(80, subset, SubsetRetryBudget.INHERITED);
    }

    private static TrafficPolicy policy(Simple simple, Mode mode) {
        return new TrafficPolicy(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(simple)
                        .map(s -> new LoadBalancer(
                                s, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.ofNullable(mode).map(m -> new ClientTls(m, ClientTls.Files.NONE, "", List.of(), "", false)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static TrafficPolicy withPort(TrafficPolicy policy, int port, TrafficPolicy own) {
        return new TrafficPolicy(
                policy.connectionPool(),
                policy.outlierDetection(),
                policy.loadBalancer(),
                policy.tls(),
                policy.tunnel(),
                policy.proxyProtocol(),
                policy.retryBudget(),
                List.of(new PortPolicy(port, own)));
    }
}
