package dev.dsctl.model.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeReader;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MaterializerTest {

    private static final String NAMESPACE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            """;

    private static String service(String name, String more) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: shop}
                spec:
                  selector: {app: %s}
                  ports: [{name: http, port: 80, targetPort: web}]
                  %s
                """.formatted(name, name, more);
    }

    private static String deployment(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: shop}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata: {labels: {app: %s}}
                    spec:
                      containers: [{name: app, ports: [{name: web, containerPort: 8080}]}]
                """.formatted(name, name, name);
    }

    private final Problems problems = new Problems();

    private Manifests complete(List<String> documents) {
        return complete(documents, Optional.empty());
    }

    private Manifests complete(List<String> documents, Optional<ClusterNetwork> network) {
        String text = String.join("---\n", documents);
        Manifests manifests = ManifestReader.read(ManifestSources.of(List.of("-"))
                .withNamespace("default")
                .withStdin(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return Materializer.complete(manifests, network, problems);
    }

    private static Map<String, List<String>> addresses(Manifests manifests) {
        Map<String, List<String>> addresses = new TreeMap<>();
        for (Manifest service : manifests.of("", "Service")) {
            addresses.put(service.toString(), fields(service, "spec").strings("clusterIPs"));
        }
        for (Manifest pod : manifests.of("", "Pod")) {
            addresses.put(
                    pod.toString(),
                    fields(pod, "status").list("podIPs").stream()
                            .map(ip -> ip.string("ip"))
                            .toList());
        }
        return addresses;
    }

    private static Fields fields(Manifest manifest, String key) {
        return Fields.of(manifest, new Problems()).fields(key);
    }

    @Test
    void givesServicesBothFamiliesWhenTheyPreferThem() {
        Manifests completed = complete(List.of(service("web", "ipFamilyPolicy: PreferDualStack")));

        List<String> ips = addresses(completed).get("Service shop/web");
        assertThat(ips).hasSize(2);
        assertThat(ips.get(0)).startsWith("10.96.");
        assertThat(ips.get(1)).startsWith("fd00:10:96::");
    }

    @Test
    void createsPodsWithSidecarsAndSlicesOfBothFamilies() {
        Manifests completed =
                complete(List.of(NAMESPACE, service("web", "ipFamilyPolicy: RequireDualStack"), deployment("web")));

        List<Manifest> pods = completed.of("", "Pod");
        assertThat(pods).hasSize(2).allSatisfy(pod -> {
            assertThat(fields(pod, "spec").list("containers"))
                    .extracting(container -> container.string("name"))
                    .containsExactly("app", "istio-proxy");
            assertThat(fields(pod, "metadata").stringMap("labels")).containsEntry("security.istio.io/tlsMode", "istio");
        });
        assertThat(completed.of("discovery.k8s.io", "EndpointSlice"))
                .extracting(slice -> Fields.of(slice, new Problems()).string("addressType"))
                .containsExactly("IPv4", "IPv6");
        assertThat(completed.of("discovery.k8s.io", "EndpointSlice"))
                .allSatisfy(slice -> assertThat(Fields.of(slice, new Problems())
                                .list("ports")
                                .get(0)
                                .port("port"))
                        .isEqualTo(8080));
    }

    @Test
    void injectsNothingWhereNobodyAsksForIt() {
        Manifests completed = complete(List.of(service("web", ""), deployment("web")));

        assertThat(completed.of("", "Pod"))
                .hasSize(2)
                .allSatisfy(pod ->
                        assertThat(fields(pod, "spec").list("containers")).hasSize(1));
    }

    @Test
    void takesNoGatewayForASidecar() {
        String gateway = deployment("gateway")
                .replace(
                        "labels: {app: gateway}",
                        "labels: {app: gateway, sidecar.istio.io/inject: \"true\"},"
                                + " annotations: {inject.istio.io/templates: gateway}")
                .replace("name: app,", "name: istio-proxy, image: auto,");
        String router = deployment("router").replace("name: app,", "name: istio-proxy, args: [proxy, router],");
        Manifests completed = complete(List.of(NAMESPACE, gateway, router, deployment("web")));

        assertThat(KubeReader.read(completed, problems).pods().values())
                .filteredOn(KubePod::hasSidecar)
                .extracting(pod -> pod.meta().label("app"))
                .containsOnly("web");
    }

    @Test
    void keepsWhatIsCompleteAsItIs() {
        Manifests completed = complete(List.of(NAMESPACE, service("web", ""), deployment("web")));

        Manifests again = Materializer.complete(completed, Optional.empty(), problems);

        assertThat(again.all()).isEqualTo(completed.all());
    }

    @Test
    void changesNoAddressWhenUnrelatedObjectsComeOrMove() {
        List<String> documents = new ArrayList<>(List.of(NAMESPACE));
        for (String name : List.of("web", "api", "cache")) {
            documents.add(service(name, "ipFamilyPolicy: PreferDualStack"));
            documents.add(deployment(name));
        }
        Map<String, List<String>> expected = addresses(complete(documents));
        Random random = new Random(42);
        for (int round = 0; round < 20; round++) {
            List<String> others = new ArrayList<>(documents);
            others.add(service("other-" + round, ""));
            others.add(deployment("another-" + round));
            Collections.shuffle(others, random);

            assertThat(addresses(complete(others))).containsAllEntriesOf(expected);
        }
    }

    @Test
    void givesEachItsOwnAddressAndReportsWhoseWasTaken() {
        Optional<ClusterNetwork> narrow = Optional.of(
                ClusterNetwork.of(ClusterNetwork.Families.IPV4).with(List.of("10.0.0.0/25"), List.of("10.1.0.0/25")));
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            documents.add(service("web-" + i, ""));
        }

        Map<String, List<String>> all = addresses(complete(documents, narrow));

        assertThat(all.values())
                .doesNotHaveDuplicates()
                .allSatisfy(ips -> assertThat(ips).singleElement().asString().startsWith("10.0.0."));
        List<String> alone = new ArrayList<>();
        for (String document : documents) {
            alone.addAll(new MaterializerTest().addressesOf(document, narrow));
        }
        long moved =
                all.values().stream().filter(ips -> !alone.contains(ips.get(0))).count();
        long displaced = 60 - alone.stream().distinct().count();
        assertThat(displaced).isPositive();
        assertThat(problems.all())
                .filteredOn(problem -> problem.message().contains("another Service already had the address"))
                .hasSize((int) displaced);
        assertThat(moved).isLessThanOrEqualTo(displaced);
    }

    private List<String> addressesOf(String document, Optional<ClusterNetwork> network) {
        return addresses(complete(List.of(document), network))
                .values()
                .iterator()
                .next();
    }

    @Test
    void saysWhenARangeIsUsedUp() {
        Optional<ClusterNetwork> tiny =
                Optional.of(ClusterNetwork.of(ClusterNetwork.Families.IPV4).with(List.of("10.0.0.0/28"), List.of()));

        complete(List.of(service("web", "")), tiny);

        assertThat(problems.all())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("--service-cidr");
    }

    @Test
    void fillsInWhatTheApiServerFillsIn() {
        String bare = """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {clusterIP: 10.96.0.99, ports: [{port: 80}, {port: 81, targetPort: x, protocol: UDP, name: a}]}
                """;
        Manifests completed = complete(List.of(bare, deployment("web")));

        assertThat(fields(completed.of("", "Service").get(0), "spec").list("ports"))
                .extracting(port -> port.string("protocol")
                        + port.node("targetPort").map(Object::toString).orElse(""))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("TCP").contains("80"),
                        second -> assertThat(second).startsWith("UDP").contains("text=x"));
        assertThat(completed.of("", "Pod"))
                .allSatisfy(pod -> assertThat(fields(pod, "spec").string("serviceAccountName"))
                        .isEqualTo("default"));
    }

    @Test
    void refusesWhatTheApiServerRefuses() {
        complete(List.of(service("web", "ipFamilies: [IPv4, IPv6]")));

        assertThat(problems.all())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("ipFamilyPolicy")
                .contains("must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified");
    }
}
