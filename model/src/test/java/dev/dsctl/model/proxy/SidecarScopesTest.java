package dev.dsctl.model.proxy;

import static dev.dsctl.model.mesh.MeshFixture.pod;
import static dev.dsctl.model.mesh.MeshFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.mesh.MeshFixture;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.sidecar.OutboundTraffic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SidecarScopesTest {

    private static final List<String> MESH = List.of(
            pod("client", "client", "10.244.0.1"),
            service("own", "10.96.0.1"),
            service("web", "10.96.0.2").replace("namespace: shop", "namespace: other"),
            entry("two", "shop", "[240.1.0.1, 240.1.0.2]", "80"));

    @Test
    void isEverythingWithoutSidecar() {
        assertThat(clusters("1.29")).containsExactly("own", "two.example", "web");
    }

    @Test
    void keepsSeveralServicesOfAHostForListenersWhereReleasesDo() {
        assertThat(listeners("1.21")).containsExactly("own", "two.example", "two.example", "web");
        assertThat(listeners("1.22")).containsExactly("own", "two.example", "web");
        assertThat(listeners("1.24")).containsExactly("own", "two.example", "two.example", "web");
    }

    @Test
    void namesHostsByNamespace() {
        assertThat(clusters("1.29", sidecar("[\"./*\"]"))).containsExactly("own", "two.example");
        assertThat(clusters("1.29", sidecar("[\"other/*\"]"))).containsExactly("web");
        assertThat(clusters("1.29", sidecar("[\"*/*.example\"]"))).containsExactly("two.example");
        assertThat(clusters("1.29", sidecar("[\"other/own.shop.svc.cluster.local\"]")))
                .isEmpty();
        assertThat(clusters("1.29", sidecar("[\"~/*\"]"))).isEmpty();
    }

    @Test
    void takesOnlyTheListenersPort() {
        String ports =
                sidecar("[\"*/*\"]").replace("- hosts", "- port: {number: 81, protocol: TCP, name: x}\n    hosts");

        assertThat(clusters("1.29", ports, entry("three", "shop", "[240.1.0.3]", "81")))
                .containsExactly("three.example");
    }

    @Test
    void bringsInWhereVirtualServicesLead() {
        String route = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: own, namespace: shop}
                spec:
                  hosts: [own.shop.svc.cluster.local]
                  http:
                  - match: [{sourceNamespace: elsewhere}]
                    route: [{destination: {host: two.example}}]
                  - route: [{destination: {host: web.other.svc.cluster.local}}]""";
        String own = sidecar("[\"./own.shop.svc.cluster.local\"]");

        assertThat(clusters("1.23", own, route)).containsExactly("own", "two.example", "web");
        assertThat(clusters("1.24", own, route)).containsExactly("own", "web");
    }

    @Test
    void prefersKubernetesServicesOfTheSameHost() {
        String squatter =
                entry("web", "another", "[240.1.0.9]", "9999").replace("web.example", "web.other.svc.cluster.local");

        List<Service> services = view("1.29", squatter).services();

        assertThat(services)
                .filteredOn(s -> s.hostname().equals("web.other.svc.cluster.local"))
                .singleElement()
                .extracting(Service::registry)
                .isEqualTo(Service.Registry.KUBERNETES);
    }

    @Test
    void goesByTheOldestSidecarThatSelectsTheWorkload() {
        String forAll = sidecar("[\"./*\"]").replace("name: s", "name: a");
        String selecting =
                sidecar("[\"other/*\"]").replace("spec:", "spec:\n  workloadSelector: {labels: {app: client}}");
        String forMesh = sidecar("[\"*/*.example\"]").replace("namespace: shop", "namespace: istio-system");

        assertThat(clusters("1.29", forAll, selecting)).containsExactly("web");
        assertThat(clusters("1.29", forAll, forMesh)).containsExactly("own", "two.example");
        assertThat(clusters("1.29", forMesh)).containsExactly("two.example");
    }

    @Test
    void saysWhereUnknownTrafficGoes() {
        String policy = sidecar("[\"./*\"]").replace("spec:", "spec:\n  outboundTrafficPolicy: {}");

        assertThat(view("1.29").scope().outboundTraffic().mode()).isEqualTo(OutboundTraffic.Mode.ALLOW_ANY);
        assertThat(view("1.29", policy).scope().outboundTraffic().mode()).isEqualTo(OutboundTraffic.Mode.REGISTRY_ONLY);
    }

    private static String sidecar(String hosts) {
        return """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: s, namespace: shop}
                spec:
                  egress:
                  - hosts: %s""".formatted(hosts);
    }

    private static String entry(String name, String namespace, String addresses, String port) {
        return """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: %s, namespace: %s}
                spec:
                  hosts: [%s.example]
                  addresses: %s
                  ports: [{name: tcp, number: %s, protocol: TCP}]
                  resolution: NONE""".formatted(name, namespace, name, addresses, port);
    }

    private static List<String> clusters(String release, String... manifests) {
        return view(release, manifests).services().stream().map(Service::name).toList();
    }

    private static List<String> listeners(String release) {
        return view(release).scope().egress().get(0).services().stream()
                .map(Service::name)
                .toList();
    }

    private static ProxyView view(String release, String... manifests) {
        List<String> all = new ArrayList<>(MESH);
        all.addAll(List.of(manifests));
        return MeshFixture.of(all.toArray(String[]::new)).view(release, "client");
    }
}
