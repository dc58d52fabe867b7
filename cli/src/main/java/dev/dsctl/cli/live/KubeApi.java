package dev.dsctl.cli.live;

import dev.dsctl.cli.UsageException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/** A cluster's API server: GET requests, answered with JSON. Every failure to get one is a sentence for the user. */
final class KubeApi implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int RETRIES = 3;
    private static final int GZIP_MAGIC = 0x8b1f;

    private final KubernetesClient client;
    private final String server;
    private final int seconds;

    private KubeApi(KubernetesClient client, int seconds) {
        this.client = client;
        this.seconds = seconds;
        this.server = client.getMasterUrl().toString().replaceAll("/+$", "");
    }

    /** Connects nowhere yet; says so when it isn't known where to. */
    static KubeApi of(LiveOptions options) {
        Config config = config(options);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setRequestRetryBackoffLimit(RETRIES);
        return new KubeApi(new KubernetesClientBuilder().withConfig(config).build(), options.requestTimeout());
    }

    private static Config config(LiveOptions options) {
        String context = options.context().orElse(null);
        Config config;
        if (options.kubeconfig().isPresent()) {
            Path file = options.kubeconfig().get();
            if (!Files.isReadable(file)) {
                throw new UsageException("can't read the kubeconfig " + file);
            }
            config = Config.fromKubeconfig(context, file.toFile());
        } else {
            config = Config.autoConfigure(context);
        }
        if (context != null
                && (config.getCurrentContext() == null
                        || !context.equals(config.getCurrentContext().getName()))) {
            throw new UsageException("the kubeconfig has no context '" + context + "'");
        }
        if (config.getFile() == null && config.getAutoOAuthToken() == null && config.getOauthToken() == null) {
            throw new UsageException("no manifests and no cluster: give -f PATH, or --kubeconfig FILE");
        }
        return config;
    }

    /** The server's URL, for messages. */
    String server() {
        return server;
    }

    /** The namespace of the context. */
    String namespace() {
        String namespace = client.getNamespace();
        return namespace == null || namespace.isEmpty() ? "default" : namespace;
    }

    KubernetesClient client() {
        return client;
    }

    /**
     * The body of the answer to a GET request.
     *
     * @param path with its query
     * @throws ApiException when the server says no
     * @throws UsageException when there is no answer at all
     */
    byte[] get(String path) throws ApiException {
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(server + path)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                // Half of it, so that an answer that got lost is asked for once more.
                .timeout(seconds * 500L, TimeUnit.MILLISECONDS)
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.getHttpClient().sendAsync(request, byte[].class);
        try {
            HttpResponse<byte[]> response = answer.get(seconds, TimeUnit.SECONDS);
            byte[] body = unzipped(response.body());
            if (response.isSuccessful()) {
                return body;
            }
            throw new ApiException(response.code(), StatusMessage.of(body));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UsageException("the cluster at " + server + " doesn't answer within " + seconds
                    + " s; --request-timeout gives it longer");
        } catch (ExecutionException e) {
            throw unreachable(e.getCause());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted");
        }
    }

    private static byte[] unzipped(byte[] body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        boolean zipped = body.length > 1 && ((body[0] & 0xff) | (body[1] & 0xff) << 8) == GZIP_MAGIC;
        if (!zipped) {
            return body;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    UsageException unreachable(Throwable cause) {
        return new UsageException("can't reach the cluster at " + server + ": " + reason(cause));
    }

    private static String reason(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof UnknownHostException) {
                return "there is no such host";
            }
            if (at instanceof SSLException) {
                return "TLS fails: " + at.getMessage();
            }
            if (at instanceof ConnectException && at.getCause() == null) {
                return at.getMessage() == null
                        ? "connection refused"
                        : at.getMessage().toLowerCase(java.util.Locale.ROOT);
            }
        }
        String message = cause.getMessage();
        return message == null || message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        client.close();
    }

    /** The message of a Kubernetes {@code Status}, or the body itself when it is something else. */
    private static final class StatusMessage {
        static String of(byte[] body) {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            String message = text.startsWith("{") ? ListHead.of(body).message() : "";
            return message.isEmpty() ? text.lines().findFirst().orElse("") : message;
        }
    }
}
