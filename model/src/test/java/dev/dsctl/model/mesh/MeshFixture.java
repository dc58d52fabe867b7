package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Meshes for tests, from manifests that say only what matters. */
public final class MeshFixture {

    private final List<String> manifests = new ArrayList<>();
    private final Map<String, String> env = new HashMap<>(Map.of("ISTIO_DUAL_STACK", "true"));
    private MeshConfig config = MeshConfig.DEFAULT;

    /** A mesh of these manifests, with dual stack on. */
    public static MeshFixture of(String... manifests) {
        MeshFixture fixture = new MeshFixture();
        fixture.manifests.addAll(List.of(manifests));
        return fixture;
    }

    /** With a variable of istiod's environment. */
    public MeshFixture env(String name, String value) {
        env.put(name, value);
        return this;
    }

    /** With settings of the mesh, in YAML. */
    public MeshFixture config(String yaml) {
        Problems problems = new Problems();
        SourceRef at = new SourceRef("mesh.yaml", 1);
        config = MeshConfig.of(ManifestReader.parseMapping(at, yaml, problems), at.file(), problems);
        problems.throwIfErrors();
        return this;
    }

    /** The mesh as a release sees it. */
    public Mesh at(String release) {
        Problems problems = new Problems();
        Mesh mesh = read(release, problems);
        problems.throwIfErrors();
        return mesh;
    }

    /** What is wrong with the manifests: line and message. */
    public List<String> errors() {
        Problems problems = new Problems();
        read("1.29", problems);
        return problems.all().stream()
                .map(d -> d.at().line() + ": " + d.message())
                .toList();
    }

    /** What a pod's sidecar sees in a release. */
    public ProxyView view(String release, String pod) {
        Mesh mesh = at(release);
        Proxy proxy = mesh.proxies().stream()
                .filter(p -> p.name().equals(pod))
                .findFirst()
                .orElseThrow();
        return ProxyView.of(mesh, proxy);
    }

    private Mesh read(String release, Problems problems) {
        byte[] yaml = String.join("\n---\n", manifests).getBytes(StandardCharsets.UTF_8);
        Manifests read =
                ManifestReader.read(ManifestSources.of(List.of("-")).withStdin(new ByteArrayInputStream(yaml)));
        problems.addAll(read.diagnostics());
        MeshSettings settings =
                new MeshSettings(IstioProfiles.named(release), new PilotEnv(env), config, "cluster.local");
        return Mesh.of(read, settings, problems);
    }

    /** A service of namespace {@code shop} with one port, {@code http 80 to 8080}, for pods labelled with its name. */
    public static String service(String name, String... clusterIps) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: shop}
                spec:
                  clusterIPs: [%s]
                  selector: {app: %s}
                  ports: [{name: http, port: 80, targetPort: 8080}]""".formatted(name, quoted(clusterIps), name);
    }

    /** A ready pod of namespace {@code shop} with a sidecar. */
    public static String pod(String name, String app, String... ips) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: shop, labels: {app: %s}}
                spec:
                  nodeName: node-1
                  containers:
                  - {name: app, ports: [{name: web, containerPort: 8080}, {name: admin, containerPort: 9090}]}
                  - {name: istio-proxy}
                status:
                  phase: Running
                  podIPs: [%s]
                  conditions: [{type: Ready, status: "True"}]""".formatted(name, app, entries(ips));
    }

    /** A slice of a service of namespace {@code shop}, with an endpoint for a pod. */
    public static String slice(String service, String family, String pod, String address) {
        return """
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata:
                  name: %s-%s-%s
                  namespace: shop
                  labels: {kubernetes.io/service-name: %s}
                addressType: %s
                endpoints:
                - addresses: ["%s"]
                  targetRef: {kind: Pod, name: %s, namespace: shop}
                ports: [{name: http, port: 8080}]""".formatted(service, family.toLowerCase(java.util.Locale.ROOT), pod, service, family, address, pod);
    }

    private static String quoted(String... values) {
        return "\"" + String.join("\", \"", values) + "\"";
    }

    private static String entries(String... ips) {
        return "{ip: \"" + String.join("\"}, {ip: \"", ips) + "\"}";
    }
}
