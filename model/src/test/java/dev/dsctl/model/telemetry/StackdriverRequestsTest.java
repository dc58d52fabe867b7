package dev.dsctl.model.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.profile.IstioProfiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackdriverRequestsTest {

    private static final String TELEMETRY = """
            apiVersion: telemetry.istio.io/v1
            kind: Telemetry
            metadata: {name: all, namespace: shop}
            spec:
              metrics: [{providers: [{name: prometheus}]}]
              tracing: [{providers: [{name: cloud}]}]
            """;
    private static final String MESH = """
            extensionProviders: [{name: cloud, stackdriver: {}}]
            defaultProviders: {accessLogging: [stackdriver]}
            """;

    @Test
    void areSaidWhereTheyHaveAnAnswer() {
        assertThat(warnings("1.22"))
                .satisfiesExactly(
                        of -> assertThat(of).startsWith("2: defaultProviders.accessLogging: "),
                        of -> assertThat(of).startsWith("6: spec.tracing[0].providers[0].name: "));
        assertThat(warnings("1.23.0")).isEmpty();
    }

    private static List<String> warnings(String release) {
        Problems problems = new Problems();
        MeshConfig config = MeshConfig.of(
                ManifestReader.parseMapping(new SourceRef("mesh.yaml", 0), MESH, problems), "mesh.yaml", problems);
        byte[] text = TELEMETRY.getBytes(StandardCharsets.UTF_8);
        StackdriverRequests.warn(
                ManifestReader.readTexts(List.of(new ManifestText("all.yaml", text))),
                config,
                IstioProfiles.named(release),
                problems);
        return problems.all().stream().map(StackdriverRequestsTest::text).toList();
    }

    private static String text(Diagnostic said) {
        return said.at().line() + ": " + said.message();
    }
}
