package dev.dsctl.golden.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dsctl.golden.Sample;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoresTest {

    private static final JsonObject BEFORE =
            Trees.parse("{'name': '10.0.0.1_80', 'filterChains': [{'name': 'a', 'filters':"
                    + " [{'name': 'envoy.filters.network.tcp_proxy', 'typedConfig': {'statPrefix': 'x'}}]}]}");
    private static final JsonObject AFTER =
            Trees.parse("{'name': '10.0.0.1_80', 'filterChains': [{'name': 'a', 'filters':"
                    + " [{'name': 'envoy.filters.network.tcp_proxy', 'typedConfig': {'statPrefix': 'y'}}]}]}");

    private static SnapshotDiff diff(List<String> patterns) throws IOException {
        return SnapshotDiff.between(
                Sample.side("before", Map.of(ResourceKind.LISTENERS, List.of(BEFORE))),
                Sample.side("after", Map.of(ResourceKind.LISTENERS, List.of(AFTER))),
                Set.of(ResourceKind.values()),
                Ignores.of(patterns));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statPrefix",
                "typedConfig.statPrefix",
                "listeners[10.0.0.1_80]",
                "listeners[*].filterChains",
                "listeners.**.statPrefix",
                "**.statPrefix",
                "listeners[10.*].**[envoy.filters.network.*].typedConfig",
                "listeners[10.0.0.1_80].filterChains[a].filters[envoy.filters.network.tcp_proxy].typedConfig.statPrefix",
                "filterChains[\"a\"]",
            })
    void leavesOutWhatAPatternMatches(String pattern) throws IOException {
        assertThat(diff(List.of(pattern)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stat",
                "clusters[*].filterChains",
                "listeners[10.0.0.2_80]",
                "listeners[*].filterChains[b]",
                "listeners[*].statPrefix",
                "listeners[*].filterChains[a].*.statPrefix",
            })
    void leavesInWhatNoPatternMatches(String pattern) throws IOException {
        assertThat(diff(List.of(pattern)).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "listeners[x", "[\"x]"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> PathPattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPathThatIsReportedIsAPatternForItself() throws IOException {
        SnapshotDiff diff = diff(List.of());
        String path = "listeners[10.0.0.1_80]."
                + diff.resources().get(0).fields().get(0).path();
        assertThat(diff(List.of(path)).isEmpty()).isTrue();
    }
}
