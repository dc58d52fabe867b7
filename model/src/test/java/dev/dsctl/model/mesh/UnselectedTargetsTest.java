package dev.dsctl.model.mesh;

import static dev.dsctl.model.mesh.MeshFixture.pod;
import static dev.dsctl.model.mesh.MeshFixture.service;
import static dev.dsctl.model.mesh.MeshFixture.slice;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnselectedTargetsTest {

    private static final String WITHOUT_SELECTOR = service("web", "10.96.0.1").replace("  selector: {app: web}\n", "");

    @ParameterizedTest
    @CsvSource({
        "1.17, first, 1",
        "1.17, second, 1",
        "1.17, other, 0",
        "1.19.0, second, 1",
        "1.19.0, other, 1",
        "1.19.7, other, 0",
        "1.20.2, other, 1",
        "1.20.3, second, 1",
        "1.20.3, other, 0",
        "1.23, second, 1",
        "1.24.0, first, 1",
        "1.24.0, second, 0"
    })
    void areThoseListedAtAnAddressOfTheSidecar(String release, String pod, int targets) {
        MeshFixture mesh = MeshFixture.of(
                WITHOUT_SELECTOR,
                pod("first", "a", "10.0.0.1", "fd00::1"),
                pod("second", "b", "fd00::2", "10.0.0.1"),
                pod("other", "c", "10.0.0.3"),
                slice("web", "IPv4", "first", "10.0.0.1"));

        assertThat(mesh.view(release, pod).targets()).hasSize(targets);
    }

    @ParameterizedTest
    @CsvSource({"1.17, 1", "1.18.0, 1", "1.18.5, 1", "1.18.6, 1", "1.19.3, 0", "1.19.4, 1"})
    void needNotBeReadyUnlessOnlyReadyOnesAreKnown(String release, int targets) {
        MeshFixture mesh = MeshFixture.of(
                WITHOUT_SELECTOR,
                pod("first", "a", "10.0.0.1"),
                slice("web", "IPv4", "first", "10.0.0.1")
                        .replace("  targetRef:", "  conditions: {ready: false}\n  targetRef:"));

        assertThat(mesh.view(release, "first").targets()).hasSize(targets);
    }

    @Test
    void areNoEndpointsOfTheirServiceWhileUnready() {
        Mesh mesh = MeshFixture.of(
                        WITHOUT_SELECTOR,
                        pod("first", "a", "10.0.0.1"),
                        slice("web", "IPv4", "first", "10.0.0.1")
                                .replace("  targetRef:", "  conditions: {ready: false}\n  targetRef:"))
                .at("1.18.5");

        assertThat(mesh.endpointsOf(mesh.services().get(0))).isEmpty();
    }
}
