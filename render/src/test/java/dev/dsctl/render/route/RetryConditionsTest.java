package dev.dsctl.render.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetryConditionsTest {

    @Test
    void statusesAreToldApartFromConditions() {
        assertThat(RetryConditions.of("5xx, 503,reset,,999"))
                .isEqualTo(new RetryConditions("5xx,reset,999,retriable-status-codes", List.of(503)));
    }

    @Test
    void theConditionForStatusesIsAddedOnce() {
        assertThat(RetryConditions.of("retriable-status-codes,429").text()).isEqualTo("retriable-status-codes");
    }

    @Test
    void withoutStatusesNothingIsAdded() {
        assertThat(RetryConditions.of("gateway-error")).isEqualTo(new RetryConditions("gateway-error", List.of()));
    }
}
