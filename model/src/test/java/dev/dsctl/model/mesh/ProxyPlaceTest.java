package dev.dsctl.model.mesh;

import static dev.dsctl.model.mesh.MeshFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProxyPlaceTest {

    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata:
              name: node-1
              labels: {topology.kubernetes.io/region: north, topology.kubernetes.io/zone: north-1}""";
    private static final String NAMESPACE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {seen: "no"}}""";
    private static final String POD = pod("web-1", "web", "10.0.0.1");

    @Test
    void isWhereTheNodeIs() {
        assertThat(MeshFixture.of(NODE, POD).view("1.20", "web-1").proxy().locality())
                .isEqualTo("north/north-1/");
    }

    @Test
    void isUnknownInNamespacesThatIstiodDoesNotLookAt() {
        MeshFixture unseen =
                MeshFixture.of(NODE, NAMESPACE, POD).config("discoverySelectors: [{matchLabels: {seen: 'yes'}}]");

        assertThat(unseen.view("1.30", "web-1").proxy().locality()).isEmpty();
        assertThat(unseen.view("1.30", "web-1").proxy().workloadLabels())
                .containsEntry("kubernetes.io/hostname", "node-1");
    }
}
