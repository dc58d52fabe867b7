package dev.dsctl.render.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.json.ProtoJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAccountsTest {

    private static final String MANIFESTS = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop, creationTimestamp: "2023-01-01T00:00:00Z"}
            spec: {clusterIP: 10.96.0.1, clusterIPs: [10.96.0.1], ipFamilies: [IPv4], ports: [{port: 80, name: http}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: more, namespace: shop, creationTimestamp: "2024-01-01T00:00:00Z"}
            spec:
              hosts: [web.shop.svc.cluster.local]
              location: MESH_INTERNAL
              resolution: STATIC
              ports: [{number: 81, name: http-more, protocol: HTTP}]
              subjectAltNames: ["spiffe://more"]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: client, namespace: shop, annotations: {sidecar.istio.io/status: "{}"}}
            spec: {containers: [{name: istio-proxy}]}
            status: {phase: Running, podIP: 10.244.0.1, podIPs: [{ip: 10.244.0.1}]}
            """;

    @ParameterizedTest
    @CsvSource({"1.20, 80, false", "1.20, 81, true", "1.21.0, 80, true", "1.21.0, 81, true"})
    void statedByTheYoungestServiceOfAHost(String release, int port, boolean trusted) {
        Mesh mesh = mesh(release);
        String cluster = Renderer.render(ProxyView.of(mesh, mesh.proxies().get(0))).clusters().stream()
                .filter(c -> c.getName().equals("outbound|" + port + "||web.shop.svc.cluster.local"))
                .map(new ProtoJson()::text)
                .findFirst()
                .orElseThrow();

        assertThat(cluster.contains("spiffe://more")).isEqualTo(trusted);
    }

    private static Mesh mesh(String release) {
        Problems problems = new Problems();
        MeshSettings settings =
                new MeshSettings(IstioProfiles.named(release), new PilotEnv(Map.of()), MeshConfig.DEFAULT);
        byte[] text = MANIFESTS.getBytes(StandardCharsets.UTF_8);
        Mesh mesh = Mesh.of(ManifestReader.readTexts(List.of(new ManifestText("mesh.yaml", text))), settings, problems);
        problems.throwIfErrors();
        return mesh;
    }
}
