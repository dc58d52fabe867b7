package dev.dsctl.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live and offline agree: the same objects come from fabric8's mock of an API server and from files. */
class MockClusterTest {

    private static final Path MESH = Path.of("src/test/resources/live/mesh.yaml");

    // Kept, for loggers that nobody holds are forgotten with their levels.
    private static final Logger LOG = Logger.getLogger("io.fabric8.mockwebserver.MockWebServer");

    @TempDir
    private Path folder;

    private KubernetesMockServer server;
    private Dsctl dsctl;

    @BeforeEach
    void start() throws IOException {
        LOG.setLevel(Level.OFF);
        Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
        server = new KubernetesMockServer(
                new Context(), new MockWebServer(), responses, new KubernetesMixedDispatcher(responses), false);
        server.init();
        serve("networking.istio.io", "destinationrules", "DestinationRule");
        serve("security.istio.io", "peerauthentications", "PeerAuthentication");
        dsctl = new Dsctl(folder, "http://" + server.getHostName() + ":" + server.getPort());
    }

    private void serve(String group, String plural, String kind) {
        expect(
                "/apis/" + group,
                "{\"kind\": \"APIGroup\", \"versions\": [{\"version\": \"v1\"}, {\"version\": \"v1beta1\"}]}");
        String resources = """
                {"kind": "APIResourceList", "resources": [
                  {"name": "%1$s", "kind": "%2$s", "namespaced": true},
                  {"name": "%1$s/status", "kind": "%2$s", "namespaced": true}]}
                """.formatted(plural, kind);
        expect("/apis/" + group + "/v1", resources);
        expect("/apis/" + group + "/v1beta1", resources);
    }

    private void expect(String path, String answer) {
        server.expect().get().withPath(path).andReturn(200, answer).always();
    }

    /** Creating stamps the time, so that the objects are then replaced by what they should be. */
    private void load(Path manifests) throws IOException {
        try (KubernetesClient client = server.createClient()) {
            for (String document : Files.readString(manifests).split("\n---\n")) {
                GenericKubernetesResource object =
                        client.getKubernetesSerialization().unmarshal(document, GenericKubernetesResource.class);
                String creation = object.getMetadata().getCreationTimestamp();
                HasMetadata created = client.resource(object).create();
                object.getMetadata().setResourceVersion(created.getMetadata().getResourceVersion());
                object.getMetadata().setCreationTimestamp(creation);
                client.resource(object).update();
            }
        }
    }

    @AfterEach
    void stop() {
        server.destroy();
    }

    @Test
    void renderingIsTheSame() throws IOException {
        load(MESH);
        for (List<String> args : List.of(
                List.of("render"),
                List.of("render", "-o", "short"),
                List.of("proxy-config", "listeners", "web-1"),
                List.of("pc", "clusters", "web-1.shop", "-o", "json"),
                List.of("pc", "ep", "web-1", "-n", "shop"),
                List.of("pc", "all", "web-1", "-n", "shop", "-o", "yaml"))) {
            Dsctl.Run live = dsctl.live(args.toArray(String[]::new));
            List<String> offline = new ArrayList<>(args);
            offline.addAll(args.contains("-n") ? List.of() : List.of("-n", "shop"));
            offline.addAll(List.of("-f", MESH.toString()));
            Dsctl.Run expected = Dsctl.run(offline.toArray(String[]::new));
            assertThat(expected.code()).as(expected.err()).isZero();
            assertThat(live.out())
                    .as(args + live.err())
                    .isEqualTo(expected.out())
                    .isNotEmpty();
            assertThat(live.code()).isZero();
        }
    }

    @Test
    void lintFindsTheSame() throws IOException {
        load(MESH);
        Dsctl.Run live = dsctl.live("lint", "-o", "json");
        Dsctl.Run offline = Dsctl.run("lint", "-o", "json", "-n", "shop", "-f", MESH.toString());

        assertThat(live.code()).as(live.err()).isEqualTo(offline.code());
        assertThat(keys(live)).isEqualTo(keys(offline)).isNotEmpty();
    }

    /** What was found, wherever that is written. */
    private static List<String> keys(Dsctl.Run lint) {
        return lint.out()
                .lines()
                .filter(line -> line.contains("\"key\""))
                .sorted()
                .toList();
    }

    @Test
    void aRecordedMeshIsTheSame() throws IOException {
        Path mesh = RecordedMeshes.unpack(folder.resolve("recorded")).stream()
                .filter(each -> each.endsWith("tcp-echo"))
                .findFirst()
                .orElseThrow();
        for (Path file : RecordedMeshes.inputs(mesh)) {
            load(file);
        }
        for (List<String> args : List.of(
                List.of("render"),
                List.of("proxy-config", "listeners", "sleep-78ff5975c6-gdvp6", "-n", "default"),
                List.of("proxy-config", "endpoints", "sleep-78ff5975c6-gdvp6", "-n", "default", "-o", "json"))) {
            Dsctl.Run live = dsctl.live(args.toArray(String[]::new));
            List<String> offline = new ArrayList<>(args);
            offline.addAll(List.of("-f", mesh.resolve("input").toString()));
            Dsctl.Run expected = Dsctl.run(offline.toArray(String[]::new));
            assertThat(expected.code()).as(expected.err()).isZero();
            assertThat(live.out())
                    .as(args + live.err())
                    .isEqualTo(expected.out())
                    .isNotEmpty();
        }
    }

    @Test
    void releaseEnvironmentAndMeshSettingsComeFromTheCluster() throws IOException {
        load(MESH);
        Dsctl.Run run = dsctl.live("render", "--type", "listeners,clusters");

        assertThat(run.err()).doesNotContain("assuming");
        assertThat(run.out())
                .as("access log of the mesh configuration")
                .contains("/dev/stdout")
                .as("dual stack of istiod's environment")
                .contains("additionalAddresses")
                .as("the cluster's DestinationRule")
                .contains("\"maxConnections\": 7");
    }

    @Test
    void aSnapshotRendersTheSameAndHoldsNoSecrets() throws IOException {
        load(MESH);
        Dsctl.Run snapshot = dsctl.live("snapshot");
        Path file = folder.resolve("cluster.yaml");
        Files.writeString(file, snapshot.out());

        assertThat(snapshot.code()).as(snapshot.err()).isZero();
        assertThat(snapshot.out()).doesNotContain("managedFields", "secret-of", "kind: Secret");
        assertThat(Dsctl.run("render", "-f", file.toString()).out())
                .isEqualTo(dsctl.live("render").out())
                .isNotEmpty();
    }

    @Test
    void onlyListsAndGetsAreSentAndNoneForSecrets() throws InterruptedException, IOException {
        load(MESH);
        int before = server.getRequestCount();
        dsctl.live("render");
        int after = server.getRequestCount();

        assertThat(after).isGreaterThan(before);
        for (int i = 0; i < after; i++) {
            var request = server.takeRequest();
            if (i >= before) {
                assertThat(request.getMethod()).isEqualTo("GET");
                assertThat(request.getPath()).doesNotContain("secret").doesNotContain("watch");
            }
        }
    }
}
