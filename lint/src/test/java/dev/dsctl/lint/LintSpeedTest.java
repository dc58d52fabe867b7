package dev.dsctl.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.lint.scene.Known;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Linting a large mesh takes little more than rendering one of its sidecars, however many it has. Processor time, the best of some runs. */
class LintSpeedTest {

    private static final int SERVICES = 1000;
    private static final int NAMESPACES = 20;
    private static final double MOST = 1.3;
    private static final int RUNS = 6;

    @Test
    void takesAtMostAThirdMoreThanRenderingOne() {
        List<ManifestText> texts = List.of(new ManifestText("mesh.yaml", mesh().getBytes(StandardCharsets.UTF_8)));
        double render = best(
                texts,
                (manifests, mesh) ->
                        Renderer.render(ProxyView.of(mesh, mesh.proxies().get(0))));
        double lint = best(texts, (manifests, mesh) -> {
            Known known = new Known(true, false, Optional.empty(), List.of());
            assertThat(Lint.of(manifests, mesh, known).findings()).isEmpty();
        });
        assertThat(lint).isLessThan(MOST * render);
    }

    private interface Use {
        void of(Manifests manifests, Mesh mesh);
    }

    private static double best(List<ManifestText> texts, Use use) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Manifests manifests = ManifestReader.readTexts(texts);
            PilotEnv env = new PilotEnv(Map.of("ISTIO_DUAL_STACK", "true"));
            MeshSettings settings = new MeshSettings(IstioProfiles.newest(), env, MeshConfig.DEFAULT);
            use.of(manifests, Mesh.of(manifests, settings, new Problems()));
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    private static String mesh() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < SERVICES; i++) {
            String namespace = "ns" + i % NAMESPACES;
            String hex = Integer.toHexString(i + 16);
            String low = i / 250 + "." + (i % 250 + 1);
            yaml.append("""
                    ---
                    {apiVersion: v1, kind: Service, metadata: {name: s%1$d, namespace: %2$s},
                     spec: {ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv4, IPv6], clusterIP: 10.96.%4$s,
                            clusterIPs: [10.96.%4$s, 'fd00:10:96::%3$s'], selector: {app: s%1$d},
                            ports: [{name: tcp, port: 9000}, {name: http, port: 8080}]}}
                    """.formatted(i, namespace, hex, low));
            for (String family : List.of("IPv4", "IPv6")) {
                String address = family.equals("IPv4") ? "10.244." + low : "fd00:10:244::" + hex;
                yaml.append("""
                        ---
                        {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, addressType: %5$s,
                         metadata: {name: s%1$d-%5$s, namespace: %2$s, labels: {kubernetes.io/service-name: s%1$d}},
                         endpoints: [{addresses: ['%6$s'], conditions: {ready: true},
                                      targetRef: {kind: Pod, name: s%1$d-1, namespace: %2$s}}],
                         ports: [{name: tcp, port: 9000}, {name: http, port: 8080}]}
                        """.formatted(i, namespace, hex, low, family, address));
            }
            yaml.append("""
                    ---
                    {apiVersion: v1, kind: Pod, metadata: {name: s%1$d-1, namespace: %2$s, labels: {app: s%1$d}},
                     spec: {containers: [{name: app, image: app}, {name: istio-proxy, image: proxyv2}]},
                     status: {phase: Running, podIP: 10.244.%4$s, podIPs: [{ip: 10.244.%4$s}, {ip: 'fd00:10:244::%3$s'}],
                              conditions: [{type: Ready, status: 'True'}]}}
                    """.formatted(i, namespace, hex, low));
        }
        return yaml.toString();
    }
}
