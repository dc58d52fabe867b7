package dev.dsctl.cli.live;

import dev.dsctl.cli.UsageException;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** GET requests to the admin interface of a pod's Envoy: through a forwarded port, else by running the pod's own agent. */
final class ProxyAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final KubeApi api;
    private final String namespace;
    private final String pod;
    private final int port;

    ProxyAdmin(KubeApi api, String namespace, String pod, int port) {
        this.api = api;
        this.namespace = namespace;
        this.pod = pod;
        this.port = port;
    }

    /** @throws UsageException when neither way leads there */
    byte[] get(String path) {
        try {
            return forwarded(path);
        } catch (IOException | KubernetesClientException forwarding) {
            try {
                return executed(path);
            } catch (IOException | KubernetesClientException executing) {
                throw new UsageException("can't reach port " + port + " of pod " + namespace + "/" + pod
                        + ": port-forward: " + reason(forwarding) + "; exec: " + reason(executing));
            }
        }
    }

    private PodResource resource() {
        return api.client().pods().inNamespace(namespace).withName(pod);
    }

    private byte[] forwarded(String path) throws IOException {
        try (LocalPortForward forward = resource().portForward(port)) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + forward.getLocalPort() + "/" + path))
                    .timeout(PATIENCE)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            HttpResponse<byte[]> response;
            try {
                response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                for (Throwable cause : forward.getServerThrowables()) {
                    throw new IOException(cause);
                }
                throw e;
            }
            if (response.statusCode() != OK) {
                throw new IOException("Envoy answers " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private byte[] executed(String path) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (ExecWatch exec = resource()
                .inContainer("istio-proxy")
                .writingOutput(out)
                .writingError(err)
                .exec("pilot-agent", "request", "--debug-port", String.valueOf(port), "GET", path)) {
            Integer code = exec.exitCode().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (code == null || code != 0) {
                throw new IOException("pilot-agent ends with " + code + ": "
                        + err.toString(StandardCharsets.UTF_8).strip());
            }
            return out.toByteArray();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer in " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String reason(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
