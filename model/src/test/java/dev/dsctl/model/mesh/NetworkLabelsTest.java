package dev.dsctl.model.mesh;

import static dev.dsctl.model.mesh.MeshFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.proxy.Proxy;
import org.junit.jupiter.api.Test;

class NetworkLabelsTest {

    private static final String POD = pod("web-1", "web", "10.0.0.1");
    private static final String METADATA =
            "defaultConfig: {proxyMetadata: {ISTIO_META_NETWORK: east, ISTIO_META_REQUESTED_NETWORK_VIEW: 'east,west'}}";

    @Test
    void aSidecarsMetadataNamesItsNetwork() {
        assertThat(networkLabel("1.30", POD)).isEqualTo("east");
    }

    @Test
    void theLabelOfThePodGoesFirstWhereReleasesKeepIt() {
        String labelled = POD.replace("{app: web}", "{app: web, topology.istio.io/network: west}");

        assertThat(networkLabel("1.24", labelled)).isEqualTo("east");
        assertThat(networkLabel("1.25.0", labelled)).isEqualTo("west");
    }

    @Test
    void aSidecarSeesTheNetworksItAsksFor() {
        Proxy proxy = proxy("1.30", POD);

        assertThat(proxy.sees("west")).isTrue();
        assertThat(proxy.sees("")).isTrue();
        assertThat(proxy.sees("north")).isFalse();
    }

    private static String networkLabel(String release, String pod) {
        return proxy(release, pod).workloadLabels().get("topology.istio.io/network");
    }

    private static Proxy proxy(String release, String pod) {
        return MeshFixture.of(pod).config(METADATA).view(release, "web-1").proxy();
    }
}
