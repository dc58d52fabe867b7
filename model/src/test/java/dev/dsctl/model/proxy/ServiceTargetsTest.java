package dev.dsctl.model.proxy;

import static dev.dsctl.model.mesh.MeshFixture.pod;
import static dev.dsctl.model.mesh.MeshFixture.service;
import static dev.dsctl.model.mesh.MeshFixture.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.mesh.MeshFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTargetsTest {

    private static final String POD = pod("web-1", "web", "10.244.0.5", "fd00:244::5");
    private static final String WEB = service("web", "10.96.0.1");

    @Test
    void areThePortsOfServicesThatSelectTheWorkload() {
        String other = service("other", "10.96.0.2");

        assertThat(targets(WEB, other)).containsExactly("web 80 8080");
    }

    @Test
    void resolveNamedPortsInTheWorkload() {
        String named = WEB.replace(
                "[{name: http, port: 80, targetPort: 8080}]",
                "[{name: a, port: 80, targetPort: web}, {name: b, port: 81, targetPort: none},"
                        + " {name: c, port: 82, targetPort: admin, protocol: UDP}]");

        assertThat(targets(named)).containsExactly("web 80 8080");
    }

    @Test
    void countPortsOnceThatLeadToTheSamePlaceWithTheSameProtocol() {
        String same = WEB.replace(
                "[{name: http, port: 80, targetPort: 8080}]",
                "[{name: http-a, port: 80, targetPort: 8080}, {name: http-b, port: 81, targetPort: 8080},"
                        + " {name: tcp-c, port: 82, targetPort: 8080}]");

        assertThat(targets(same)).containsExactly("web 80 8080", "web 82 8080");
    }

    @Test
    void comeByAgeThenName() {
        String b = select(service("b", "10.96.0.2"), "2020-01-02");
        String a = select(service("a", "10.96.0.3"), "2020-01-02");
        String old = select(service("z", "10.96.0.4"), "2020-01-01");

        assertThat(targets(b, a, old)).containsExactly("z 80 8080", "a 80 8080", "b 80 8080");
    }

    @Test
    void areFoundAmongEndpointsWhenNoSelectorSelects() {
        String selectorless = WEB.replace("  selector: {app: web}\n", "");
        String byHand = slice("web", "IPv4", "web-1", "10.244.0.5").replace("port: 8080", "port: 9999");

        assertThat(targets(selectorless, byHand)).containsExactly("web 80 9999");
        assertThat(targets(selectorless, byHand, select(service("b", "10.96.0.2"), "2020-01-02")))
                .containsExactly("b 80 8080");
    }

    @Test
    void includeServiceEntriesThatSelectOrListTheWorkload() {
        String entry = """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: entry, namespace: %s}
                spec:
                  hosts: [entry.example]
                  ports: [{name: http, number: 80, protocol: HTTP, targetPort: 8081}]
                  resolution: STATIC
                  %s""";

        assertThat(targets(entry.formatted("shop", "workloadSelector: {labels: {app: web}}")))
                .containsExactly("entry.example 80 8081");
        assertThat(targets(entry.formatted("shop", "endpoints: [{address: 10.244.0.5}]")))
                .containsExactly("entry.example 80 8081");
        assertThat(targets(entry.formatted("elsewhere", "endpoints: [{address: 10.244.0.5}]")))
                .isEmpty();
    }

    private static String select(String service, String day) {
        return service.replaceFirst("selector: \\{app: .*\\}", "selector: {app: web}")
                .replaceFirst("namespace: shop", "namespace: shop, creationTimestamp: \"" + day + "T00:00:00Z\"");
    }

    private static List<String> targets(String... manifests) {
        String[] all = java.util.Arrays.copyOf(manifests, manifests.length + 1);
        all[manifests.length] = POD;
        return MeshFixture.of(all).view("1.29", "web-1").targets().stream()
                .map(t -> t.service().name() + " " + t.port().number() + " " + t.targetPort())
                .toList();
    }
}
