package dev.dsctl.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnhonouredTest {

    private static final String INPUT = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: web, namespace: shop, labels: {a: b}}
            spec:
              host: web
              subsets:
              - name: v1
                brandNew: {a: 1}
              brandNew: true
            status: {a: b}
            ---
            apiVersion: extensions.istio.io/v1alpha1
            kind: WasmPlugin
            metadata: {name: filter, namespace: shop}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: shop}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: one}
            spec: {brandNew: 1}
            """;

    @Test
    void tellsWhatNoReaderAskedFor() {
        Manifests manifests = ManifestReader.read(ManifestSources.of(List.of("-"))
                .withStdin(new ByteArrayInputStream(INPUT.getBytes(StandardCharsets.UTF_8))));
        Problems problems = new Problems();
        Manifest rule = manifests.of("networking.istio.io", "DestinationRule").get(0);
        Fields.of(rule, problems).fields("spec").string("host");
        Fields.of(rule, problems).fields("spec").list("subsets").forEach(subset -> subset.string("name"));

        Unhonoured.warn(manifests, problems);

        assertThat(problems.all())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "<stdin>:8: warning: spec.subsets[0].brandNew of DestinationRule shop/web has no effect on what dsctl renders",
                        "<stdin>:9: warning: spec.brandNew of DestinationRule shop/web has no effect on what dsctl renders",
                        "<stdin>:12: warning: WasmPlugin shop/filter has no effect: dsctl doesn't render what this kind changes");
    }
}
