package dev.dsctl.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** API servers that page, compress, refuse and go away. */
class ClusterTroubleTest {

    private static final Path MESH = Path.of("src/test/resources/live/mesh.yaml");
    private static final String[] COMMAND = {"render", "-o", "short"};

    @TempDir
    private Path folder;

    private FakeApi api;
    private Dsctl dsctl;
    private String expected;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi().load(MESH);
        dsctl = new Dsctl(folder, api.url());
        expected = Dsctl.run("render", "-o", "short", "-f", MESH.toString()).out();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listsAreReadPageByPage() {
        api.pageSize = 1;

        assertThat(dsctl.live(COMMAND).out()).isEqualTo(expected);
        assertThat(api.requests).contains("/api/v1/services?limit=500", "/api/v1/services?limit=500&continue=at+1");
    }

    @Test
    void theLargeListsAreReadAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(3);
        api.fault = path -> {
            try {
                if (path.matches(".*/(services|pods|endpointslices)\\?.*")) {
                    all.await(30, TimeUnit.SECONDS);
                }
                return 0;
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                return 500;
            }
        };

        assertThat(dsctl.live(COMMAND).out()).isEqualTo(expected);
    }

    @Test
    void aListWhosePagesExpiredIsReadAnew() {
        api.pageSize = 1;
        AtomicInteger faults = new AtomicInteger();
        api.fault = path -> path.contains("services?limit=500&continue") && faults.getAndIncrement() == 0 ? 410 : 0;

        assertThat(dsctl.live(COMMAND).out()).isEqualTo(expected);
        assertThat(faults.get()).isGreaterThan(1);
    }

    @Test
    void compressedAnswersAreRead() {
        api.gzip = true;

        assertThat(dsctl.live(COMMAND).out()).isEqualTo(expected);
    }

    @Test
    void refusedCredentialsAreSaid() {
        api.fault = path -> 401;
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("dsctl: the cluster at " + api.url() + " doesn't accept the credentials (401)")
                .contains("log in again");
    }

    @Test
    void oneKindThatMayNotBeReadIsLeftOut() {
        api.fault = path -> path.contains("/nodes") || path.contains("peerauthentications") ? 403 : 0;
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("NAME").isNotEqualTo(expected);
        assertThat(run.err())
                .contains(
                        api.url()
                                + ": warning: you may not list nodes, peerauthentications (403); the answer is computed without them");
        assertThat(dsctl.live("render", "--strict").code()).isEqualTo(2);
    }

    @Test
    void aRoleInOneNamespaceGivesThatNamespace() throws IOException {
        GenericKubernetesResource other = Serialization.unmarshal("""
                {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "far", "namespace": "away"},
                 "spec": {"clusterIP": "10.96.0.99", "clusterIPs": ["10.96.0.99"], "ports": [{"name": "tcp", "port": 5}]}}
                """, GenericKubernetesResource.class);
        api.add(other);
        api.fault = path -> path.matches("/apis/[^/]+(/[^/]+)?|.*/namespaces/shop(/.*)?") ? 0 : 403;
        Dsctl.Run run = dsctl.live("pc", "clusters", "web-1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("web.shop.svc.cluster.local").doesNotContain("far.away");
        assertThat(run.err())
                .contains("you may not list nodes (403)")
                .contains("in namespace shop only (403 elsewhere)")
                .contains("assuming Istio");
    }

    @Test
    void withoutServicesThereIsNoAnswer() {
        api.fault = path -> path.contains("/services") ? 403 : 0;
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("doesn't let you list services (403)").contains("docs/live.md");
    }

    @Test
    void aClusterWithoutIstiosDefinitionsIsRead() {
        api.fault = path -> path.contains(".istio.io") ? 404 : 0;
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("web.shop.svc.cluster.local");
        assertThat(run.err()).contains("dsctl: the cluster has no CustomResourceDefinitions of Istio's");
    }

    @Test
    void aDefinitionThatIsMissingIsSaid() {
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.err())
                .contains("no CustomResourceDefinition for ")
                .contains("virtualservices.networking.istio.io")
                .doesNotContain("destinationrules");
    }

    @Test
    void aServerThatGoesAwayInTheMiddleIsSaid() {
        api.pageSize = 1;
        api.fault = path -> path.contains("services?limit=500&continue") ? -1 : 0;
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("dsctl: can't reach the cluster at " + api.url());
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        api.close();
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("dsctl: can't reach the cluster at " + api.url());
    }

    @Test
    void aServerThatNeverAnswersIsSaid() {
        CountDownLatch asked = new CountDownLatch(1);
        api.fault = path -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        };
        Dsctl.Run run = dsctl.live("render", "--request-timeout", "1");
        asked.countDown();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .isEqualTo("dsctl: the cluster at " + api.url()
                        + " doesn't answer within 1 s; --request-timeout gives it longer");
    }

    @Test
    void aServerThatFailsIsSaid() {
        api.fault = path -> path.contains("/pods") ? 500 : 0;
        Dsctl.Run run = dsctl.live(COMMAND);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the cluster at " + api.url() + " answers 500: so it is");
    }

    @Test
    void contextsThatAreMissingAreSaid() {
        Dsctl.Run run = dsctl.live("render", "--context", "nowhere");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no context 'nowhere'");
        assertThat(Dsctl.run("render", "--kubeconfig", folder.resolve("missing").toString())
                        .err())
                .contains("can't read the kubeconfig");
    }

    @Test
    void fiveThousandServicesAreRead() throws IOException {
        for (int i = 0; i < 5000; i++) {
            String ip = "10.97." + i / 250 + "." + (i % 250 + 1);
            api.add(Serialization.unmarshal("""
                    {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "s%d", "namespace": "many"},
                     "spec": {"clusterIP": "%s", "clusterIPs": ["%s"], "ports": [{"name": "tcp", "port": 7000}]}}
                    """.formatted(i, ip, ip), GenericKubernetesResource.class));
        }
        Dsctl.Run run = dsctl.live("pc", "clusters", "web-1", "--port", "7000");

        assertThat(run.out().lines()).hasSize(5001);
        assertThat(api.requests.stream().filter(path -> path.startsWith("/api/v1/services")))
                .hasSize(11);
    }
}
