package dev.dsctl.model.mesh;

import static dev.dsctl.model.mesh.MeshFixture.pod;
import static dev.dsctl.model.mesh.MeshFixture.service;
import static dev.dsctl.model.mesh.MeshFixture.slice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KubeEndpointsTest {

    private static final String V4 = "10.244.0.5";
    private static final String V6 = "fd00:244::5";
    private static final String DUAL_SERVICE = service("web", "fd00:96::1", "10.96.0.1");
    private static final String DUAL_POD = pod("web-1", "web", V4, V6);
    private static final String V4_SLICE = slice("web", "IPv4", "web-1", V4);
    private static final String V6_SLICE = slice("web", "IPv6", "web-1", V6);

    @Test
    void mergesAPodsAddressesWhereReleasesDo() {
        MeshFixture fixture = MeshFixture.of(DUAL_SERVICE, DUAL_POD, V4_SLICE, V6_SLICE);

        assertThat(addresses(fixture, "1.23")).containsExactly(List.of(V4), List.of(V6));
        assertThat(addresses(fixture, "1.24")).containsExactly(List.of(V4, V6));
    }

    @Test
    void followsThePodNotTheServiceInTheOrderOfAddresses() {
        MeshFixture fixture = MeshFixture.of(DUAL_SERVICE, pod("web-1", "web", V6, V4), V4_SLICE, V6_SLICE);

        assertThat(addresses(fixture, "1.29")).containsExactly(List.of(V6, V4));
    }

    @Test
    void losesAPodThatOnlyTheIpv6SliceLists() {
        MeshFixture fixture = MeshFixture.of(DUAL_SERVICE, DUAL_POD, V6_SLICE);

        assertThat(addresses(fixture, "1.23")).containsExactly(List.of(V6));
        assertThat(addresses(fixture, "1.29")).isEmpty();
    }

    @Test
    void mergesNothingWithDualStackOffOrForASingleFamily() {
        MeshFixture off =
                MeshFixture.of(DUAL_SERVICE, DUAL_POD, V4_SLICE, V6_SLICE).env("ISTIO_DUAL_STACK", "false");
        MeshFixture singleService = MeshFixture.of(service("web", "fd00:96::1"), DUAL_POD, V6_SLICE);
        MeshFixture singlePod = MeshFixture.of(DUAL_SERVICE, pod("web-1", "web", V6), V6_SLICE);

        assertThat(addresses(off, "1.29")).containsExactly(List.of(V4), List.of(V6));
        assertThat(addresses(singleService, "1.29")).containsExactly(List.of(V6));
        assertThat(addresses(singlePod, "1.29")).containsExactly(List.of(V6));
    }

    @Test
    void leavesOutEndpointsWhosePodIsMissing() {
        assertThat(addresses(MeshFixture.of(DUAL_SERVICE, V4_SLICE), "1.29")).isEmpty();
    }

    @Test
    void takesTheWorkloadOfAnEndpointWithoutPodFromItsAddress() {
        String manual = V4_SLICE.replace("  targetRef: {kind: Pod, name: web-1, namespace: shop}\n", "");
        String elsewhere = manual.replace(V4, "10.244.0.99");

        Endpoint known = endpoints(MeshFixture.of(DUAL_SERVICE, DUAL_POD, manual), "1.29")
                .get(0);
        Endpoint unknown = endpoints(MeshFixture.of(DUAL_SERVICE, DUAL_POD, elsewhere), "1.29")
                .get(0);

        assertThat(known.workloadName()).isEqualTo("web-1");
        assertThat(known.addresses().all()).containsExactly(V4);
        assertThat(unknown.workloadName()).isEmpty();
        assertThat(unknown.serviceAccount()).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoEndpointsWithTheSameAddressAndPort() {
        String again = V4_SLICE.replace("web-ipv4-web-1", "web-ipv4-z");

        assertThat(addresses(MeshFixture.of(DUAL_SERVICE, DUAL_POD, V4_SLICE, again), "1.29"))
                .containsExactly(List.of(V4, V6));
    }

    @Test
    void tellsUnreadyEndpointsByRelease() {
        String conditions = "  conditions: {ready: false, serving: %s, terminating: %s}\n  targetRef";
        MeshFixture unready = MeshFixture.of(
                DUAL_SERVICE, DUAL_POD, V4_SLICE.replace("  targetRef", conditions.formatted("false", "false")));
        MeshFixture ending = MeshFixture.of(
                DUAL_SERVICE, DUAL_POD, V4_SLICE.replace("  targetRef", conditions.formatted("true", "true")));

        assertThat(endpoints(unready, "1.18.5")).isEmpty();
        assertThat(health(unready, "1.18.6")).isEqualTo(Endpoint.Health.UNHEALTHY);
        assertThat(health(unready, "1.29")).isEqualTo(Endpoint.Health.UNHEALTHY);
        assertThat(health(ending, "1.24")).isEqualTo(Endpoint.Health.UNHEALTHY);
        assertThat(health(ending, "1.25")).isEqualTo(Endpoint.Health.TERMINATING);
    }

    private static Endpoint.Health health(MeshFixture fixture, String release) {
        return endpoints(fixture, release).get(0).health();
    }

    private static List<List<String>> addresses(MeshFixture fixture, String release) {
        return endpoints(fixture, release).stream()
                .map(e -> e.addresses().all())
                .toList();
    }

    private static List<Endpoint> endpoints(MeshFixture fixture, String release) {
        Mesh mesh = fixture.at(release);
        return mesh.endpointsOf(mesh.services().get(0));
    }
}
