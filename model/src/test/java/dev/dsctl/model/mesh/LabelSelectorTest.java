package dev.dsctl.model.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.mesh.LabelSelector.Operator;
import dev.dsctl.model.mesh.LabelSelector.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {

    /** Columns: operator, whether it holds for the value, for another value, and without the label. */
    @ParameterizedTest
    @CsvSource({
        "IN, true, false, false",
        "NOT_IN, false, true, true",
        "EXISTS, true, true, false",
        "DOES_NOT_EXIST, false, false, true"
    })
    void comparesLabels(Operator operator, boolean same, boolean other, boolean none) {
        LabelSelector selector =
                new LabelSelector(Map.of(), List.of(new Requirement("env", operator, List.of("prod", "test"))));

        assertThat(selector.selects(Map.of("env", "prod"))).isEqualTo(same);
        assertThat(selector.selects(Map.of("env", "dev"))).isEqualTo(other);
        assertThat(selector.selects(Map.of("x", "prod"))).isEqualTo(none);
    }
}
