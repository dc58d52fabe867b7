package dev.dsctl.model.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeshEnumsTest {

    @Test
    void settingsWithUnknownValuesAreSaid() {
        assertThat(errors("""
                accessLogEncoding: XML
                outboundTrafficPolicy: {mode: REGISTRY}
                defaultConfig: {proxyHeaders: {forwardedClientCert: sanitize}}"""))
                .containsExactlyInAnyOrder(
                        "mesh.yaml:1: error: accessLogEncoding: must be one of TEXT, JSON, is 'XML'",
                        "mesh.yaml:2: error: outboundTrafficPolicy.mode: must be one of REGISTRY_ONLY, ALLOW_ANY, is 'REGISTRY'",
                        "mesh.yaml:3: error: defaultConfig.proxyHeaders.forwardedClientCert: must be one of UNDEFINED, SANITIZE,"
                                + " FORWARD_ONLY, APPEND_FORWARD, SANITIZE_SET, ALWAYS_FORWARD_ONLY, is 'sanitize'");
    }

    @Test
    void knownValuesAreTaken() {
        assertThat(errors("""
                accessLogEncoding: JSON
                outboundTrafficPolicy: {mode: REGISTRY_ONLY}
                tlsDefaults: {minProtocolVersion: TLSV1_3}""")).isEmpty();
    }

    private static List<String> errors(String yaml) {
        Problems problems = new Problems();
        MeshConfig.of(
                ManifestReader.parseMapping(new SourceRef("mesh.yaml", 0), yaml, problems), "mesh.yaml", problems);
        return problems.all().stream()
                .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                .map(Diagnostic::toString)
                .toList();
    }
}
