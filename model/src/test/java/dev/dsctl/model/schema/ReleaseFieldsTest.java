package dev.dsctl.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.IstioProfiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseFieldsTest {

    private final Problems problems = new Problems();

    private Manifests known(String release, String yaml) {
        Manifests manifests = ManifestReader.read(ManifestSources.of(List.of("-"))
                .withStdin(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
        return ReleaseFields.known(manifests, IstioProfiles.named(release), problems);
    }

    private List<String> messages() {
        return problems.all().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void dropsFieldsOfLaterReleases() {
        String telemetry = """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: a, namespace: b}
                spec:
                  tracing:
                  - customTags:
                      formatter: {literal: {value: x}}
                      one:
                        formatter: {value: y}
                    providers: [{name: z}]
                """;
        Manifests known = known("1.24.6", telemetry);
        assertThat(messages())
                .containsExactly(
                        "<stdin>:9: warning: spec.tracing.customTags.one.formatter of Telemetry b/a has no effect:"
                                + " Istio 1.24.6 doesn't know it, 1.29.0 does");
        assertThat(known.all().get(0).root().toString())
                .contains("literal", "providers")
                .doesNotContain("value=y");
    }

    @Test
    void refusesValuesOfLaterReleases() {
        known(
                "1.27.0",
                "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a}\n"
                        + "spec: {resolution: DYNAMIC_DNS}\n");
        assertThat(messages())
                .containsExactly(
                        "<stdin>:4: error: spec.resolution of ServiceEntry default/a: unsupported value \"DYNAMIC_DNS\":"
                                + " Istio 1.27.0 doesn't know it, 1.28.0 does");
    }

    @Test
    void leavesTheRestAsItIs() {
        String yaml = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\n"
                + "spec: {http: [{mirrors: [{destination: {host: a}}]}]}\n---\n"
                + "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {http: {mirrors: []}}\n";
        Manifests known = known("1.19.0", yaml);
        assertThat(messages()).isEmpty();
        assertThat(known.all()).isEqualTo(known("1.30.3", yaml).all());
    }

    @Test
    void dropsSettingsOfTheMesh() {
        SourceRef at = new SourceRef("mesh.yaml", 0);
        String yaml =
                "proxyInboundListenPort: 15016\nproxyListenPort: 15009\ndefaultConfig:\n  proxyHeaders: {server: {}}\n";
        Node.Mapping written = ManifestReader.parseMapping(at, yaml, problems);
        Node.Mapping known = ReleaseFields.known(written, at, IstioProfiles.named("1.17.8"), problems);
        assertThat(known.entries()).containsOnlyKeys("proxyListenPort", "defaultConfig");
        assertThat(((Node.Mapping) known.entries().get("defaultConfig")).entries())
                .isEmpty();
        assertThat(messages())
                .containsExactly(
                        "mesh.yaml:1: warning: proxyInboundListenPort of MeshConfig has no effect:"
                                + " Istio 1.17.8 doesn't know it, 1.18.0 does",
                        "mesh.yaml:4: warning: defaultConfig.proxyHeaders of MeshConfig has no effect:"
                                + " Istio 1.17.8 doesn't know it, 1.19.0 does");
        assertThat(ReleaseFields.known(written, at, IstioProfiles.named("1.30.3"), problems))
                .isSameAs(written);
    }

    @Test
    void namesFieldsThatExist() {
        for (var field : IstioProfiles.fieldsUnknownTo(IstioProfiles.named("1.17.0"))) {
            if (field.kind().equals("MeshConfig")) {
                continue; // istiod has no schema for it
            }
            Schema schema = Schema.load(field.kind());
            assertThat(new SchemaPaths(schema).any(field.path(), field.value()))
                    .as(field.toString())
                    .isTrue();
        }
    }

    /** Searches a schema for a field as {@link ReleaseFields} searches a resource. */
    private record SchemaPaths(Schema schema) {

        boolean any(List<String> steps, String value) {
            return any(schema.root(), "", String.join(".", steps).replace("*", "KEY"), value, 0);
        }

        private boolean any(SchemaType type, String path, String steps, String value, int depth) {
            if (path.endsWith("." + steps)) {
                return value.isEmpty()
                        || (type instanceof SchemaType.OneOf choice
                                && choice.words().contains(value));
            }
            if (depth > 30) {
                return false;
            }
            if (type instanceof SchemaType.Named named) {
                return any(schema.types().get(named.name()), path, steps, value, depth + 1);
            }
            if (type instanceof SchemaType.Items items) {
                return any(items.item(), path, steps, value, depth + 1);
            }
            if (type instanceof SchemaType.Entries entries) {
                return any(entries.value(), path + ".KEY", steps, value, depth + 1);
            }
            return type instanceof SchemaType.Struct struct
                    && struct.fields().entrySet().stream()
                            .anyMatch(field ->
                                    any(field.getValue().type(), path + "." + field.getKey(), steps, value, depth + 1));
        }
    }
}
