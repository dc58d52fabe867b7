package dev.dsctl.model.mesh;

import static dev.dsctl.model.mesh.MeshFixture.pod;
import static dev.dsctl.model.mesh.MeshFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.proxy.Proxy;
import org.junit.jupiter.api.Test;

class MeshSettingsTest {

    private static final String NAMESPACE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {mesh: %s}}""";

    @Test
    void discoverySelectorsHideNamespaces() {
        MeshFixture selected = MeshFixture.of(NAMESPACE.formatted("in"), service("web", "10.96.0.1"));
        MeshFixture hidden = MeshFixture.of(NAMESPACE.formatted("out"), service("web", "10.96.0.1"));
        String selectors = "discoverySelectors: [{matchLabels: {mesh: in}}]";

        assertThat(selected.config(selectors).at("1.29").services()).hasSize(1);
        assertThat(hidden.config(selectors).at("1.29").services()).isEmpty();
    }

    @Test
    void discoverySelectorsHideIstioResourcesWhereTheyAreScoped() {
        assertThat(hidesEntries("1.21", "")).isFalse();
        assertThat(hidesEntries("1.21", "true")).isTrue();
        assertThat(hidesEntries("1.22.0", "")).isTrue();
        assertThat(hidesEntries("1.24", "false")).isFalse();
        assertThat(hidesEntries("1.25.0", "false")).isTrue();
    }

    private static boolean hidesEntries(String release, String scoping) {
        String entry = """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: far, namespace: shop}
                spec: {hosts: [far.example.com], resolution: NONE, ports: [{number: 80, name: http, protocol: HTTP}]}""";
        return MeshFixture.of(NAMESPACE.formatted("out"), entry)
                .config("discoverySelectors: [{matchLabels: {mesh: in}}]")
                .env("ENABLE_ENHANCED_RESOURCE_SCOPING", scoping)
                .at(release)
                .services()
                .isEmpty();
    }

    @Test
    void annotationsOfPodsGoOverTheDefaults() {
        String annotated = pod("web-1", "web", "10.244.0.1")
                .replace(
                        "labels: {app: web}",
                        "labels: {app: web}, annotations: {proxy.istio.io/config:"
                                + " '{proxyMetadata: {ISTIO_META_B: \"2\"}, tracing: {sampling: 5}}'}");
        String defaults =
                "defaultConfig: {proxyMetadata: {ISTIO_META_A: \"1\", ISTIO_META_B: \"1\", X: z}, tracing: {maxPathTagLength: 9}}";

        Proxy proxy =
                MeshFixture.of(annotated).config(defaults).view("1.29", "web-1").proxy();

        assertThat(proxy.metadata())
                .containsEntry("A", "1")
                .containsEntry("B", "2")
                .hasSize(2);
        assertThat(proxy.config().tracing().sampling()).isEqualTo(5);
        assertThat(proxy.config().tracing().maxPathTagLength()).isEqualTo(9);
    }

    @Test
    void theClusterIsCalledAsIstiodIsTold() {
        Proxy proxy = MeshFixture.of(pod("web-1", "web", "10.244.0.1"))
                .env("CLUSTER_ID", "east")
                .view("1.29", "web-1")
                .proxy();

        assertThat(proxy.clusterId()).isEqualTo("east");
        assertThat(proxy.workloadLabels()).containsEntry("topology.istio.io/cluster", "east");
    }

    @Test
    void annotationsThatAreNoYamlAreErrors() {
        String annotated = pod("web-1", "web", "10.244.0.1")
                .replace("labels: {app: web}", "labels: {app: web}, annotations: {proxy.istio.io/config: 'a: b: c'}");

        assertThat(MeshFixture.of(annotated).errors())
                .singleElement()
                .asString()
                .contains("annotation proxy.istio.io/config");
    }
}
