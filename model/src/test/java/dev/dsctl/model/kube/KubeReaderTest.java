package dev.dsctl.model.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.mesh.MeshFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeReaderTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
            """;

    private static final String SLICE = """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clusterIPs: [10.96.0.300]           | 5: spec.clusterIPs: '10.96.0.300' is not an IP address",
                "clusterIPs: [10.96.0.1, 10.96.0.2]  | 5: spec.clusterIPs: has two IPv4 addresses; a service has at most one of each family",
                "clusterIP: fd00:::1                 | 5: spec.clusterIP: 'fd00:::1' is not an IP address",
                "type: Cluster                       | 5: spec.type: must be ClusterIP, NodePort, LoadBalancer or ExternalName, is 'Cluster'",
                "ipFamilies: [IPv5]                  | 5: spec.ipFamilies: must hold IPv4 or IPv6, holds 'IPv5'",
                "type: ExternalName                  | 4: spec.externalName: must be given",
            })
    void refusesImpossibleServices(String field, String error) {
        String ports = "  ports: [{port: 80}]\n";
        String families = field.contains("ipFamilies") ? "  clusterIP: 10.96.0.1\n" : "";

        assertThat(MeshFixture.of(SERVICE + "  " + field + "\n" + ports + families)
                        .errors())
                .contains(error);
    }

    @Test
    void refusesAddressesThatContradictFamilies() {
        String service = SERVICE + """
                  clusterIPs: [10.96.0.1, "fd00::1"]
                  ipFamilies: [IPv6, IPv4]
                  ports: [{port: 80}]
                """;

        assertThat(MeshFixture.of(service).errors())
                .containsExactly("5: spec.clusterIPs: contradicts ipFamilies: 10.96.0.1, fd00::1 is IPv4, IPv6,"
                        + " ipFamilies says IPv6, IPv4");
    }

    @Test
    void refusesAFirstAddressThatIsNotTheFirst() {
        String service = SERVICE + "  clusterIP: 10.96.0.9\n  clusterIPs: [10.96.0.1]\n  ports: [{port: 80}]\n";

        assertThat(MeshFixture.of(service).errors())
                .containsExactly("6: spec.clusterIPs: must begin with clusterIP 10.96.0.9, begins with 10.96.0.1");
    }

    @Test
    void refusesAServiceWithoutPortsUnlessItNeedsNone() {
        String none = SERVICE + "  clusterIP: %s\n  type: %s\n  externalName: example.org\n";

        assertThat(MeshFixture.of(none.formatted("10.96.0.1", "ClusterIP")).errors())
                .containsExactly(
                        "4: spec.ports: a service needs at least one port unless it is headless or of type ExternalName");
        assertThat(MeshFixture.of(none.formatted("None", "ClusterIP")).errors()).isEmpty();
        assertThat(MeshFixture.of(none.formatted("\"\"", "ExternalName")).errors())
                .isEmpty();
    }

    @Test
    void refusesPortsThatClash() {
        String service = SERVICE + """
                  ports:
                  - {name: a, port: 80}
                  - {name: a, port: 80}
                  - {port: 70000, protocol: ICMP}
                """;

        assertThat(MeshFixture.of(service).errors())
                .containsExactly(
                        "7: spec.ports[1].name: another port of the service is called 'a' too",
                        "7: spec.ports[1].port: another port of the service is TCP 80 too",
                        "8: spec.ports[2].name: must be given",
                        "8: spec.ports[2].port: must be between 1 and 65535, is 70000",
                        "8: spec.ports[2].protocol: must be TCP, UDP or SCTP, is 'ICMP'");
    }

    @Test
    void refusesSliceAddressesOfAnotherFamily() {
        String slice = SLICE + """
                addressType: IPv4
                endpoints:
                - addresses: ["fd00::1"]
                - addresses: [nowhere]
                - addresses: []
                """;

        assertThat(MeshFixture.of(slice).errors())
                .containsExactly(
                        "6: endpoints[0].addresses: fd00::1 is an IPv6 address in a slice of addressType IPv4",
                        "7: endpoints[1].addresses: 'nowhere' is not an IP address",
                        "8: endpoints[2].addresses: an endpoint needs at least one address");
    }

    @Test
    void refusesPodAddressesThatAreNone() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web-1, namespace: shop}
                status: {podIP: 10.244.0.1, podIPs: [{ip: 10.244.0.2}, {ip: x}]}
                """;

        assertThat(MeshFixture.of(pod).errors())
                .containsExactly(
                        "4: status.podIPs: must begin with podIP 10.244.0.1, begins with 10.244.0.2",
                        "4: status.podIPs: 'x' is not an IP address");
    }
}
