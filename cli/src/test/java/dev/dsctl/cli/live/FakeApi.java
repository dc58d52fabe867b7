package dev.dsctl.cli.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** An API server that pages its lists, and fails as it is told. */
final class FakeApi implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, List<GenericKubernetesResource>> objects = new TreeMap<>();

    /** Paths with their queries, in the order of arrival. */
    final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    /** Items on one page, whatever the limit asked for. */
    int pageSize = Integer.MAX_VALUE;

    /** Whether answers are compressed for clients that take it. */
    boolean gzip;

    /** The status of a request; 0 for what it would be. */
    Function<String, Integer> fault = path -> 0;

    FakeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    FakeApi load(Path manifests) throws IOException {
        for (String document : Files.readString(manifests).split("\n---\n")) {
            add(Serialization.unmarshal(document, GenericKubernetesResource.class));
        }
        return this;
    }

    void add(GenericKubernetesResource object) {
        String kind = object.getKind().toLowerCase(Locale.ROOT);
        String plural = kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
        String version = object.getApiVersion();
        objects.computeIfAbsent(
                        (version.contains("/") ? "/apis/" : "/api/") + version + "/" + plural, p -> new ArrayList<>())
                .add(object);
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        requests.add(uri);
        int status = fault.apply(uri);
        if (status < 0) {
            exchange.close();
            return;
        }
        if (!"Bearer t0ken".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 401;
        }
        String answer = status == 0 ? answer(exchange.getRequestURI().getPath(), query(uri)) : null;
        byte[] body = answer == null
                ? "{\"kind\": \"Status\", \"message\": \"so it is\"}".getBytes(UTF_8)
                : answer.getBytes(UTF_8);
        if (gzip
                && String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
                        .contains("gzip")) {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            body = zipped(body);
        }
        exchange.sendResponseHeaders(answer != null ? 200 : status == 0 ? 404 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> query(String uri) {
        int mark = uri.indexOf('?');
        Map<String, String> query = new TreeMap<>();
        if (mark > 0) {
            for (String pair : uri.substring(mark + 1).split("&")) {
                query.put(pair.replaceFirst("=.*", ""), URLDecoder.decode(pair.replaceFirst("[^=]*=", ""), UTF_8));
            }
        }
        return query;
    }

    /** A list, an object, or what there is in a group; null when there is no such thing. */
    private String answer(String path, Map<String, String> query) {
        if (objects.containsKey(path)) {
            return page(objects.get(path), query);
        }
        String wide = path.replaceFirst("/namespaces/[^/]+(?=/)", "");
        String namespace = path.replaceFirst(".*/namespaces/([^/]+)/.*", "$1");
        if (objects.containsKey(wide)) {
            return page(
                    objects.get(wide).stream()
                            .filter(o -> namespace.equals(o.getMetadata().getNamespace()))
                            .toList(),
                    query);
        }
        String name = wide.substring(wide.lastIndexOf('/') + 1);
        for (GenericKubernetesResource object : objects.getOrDefault(parent(wide), List.of())) {
            if (object.getMetadata().getName().equals(name)) {
                return Serialization.asJson(object);
            }
        }
        return group(path);
    }

    private String group(String path) {
        Set<String> paths = objects.keySet();
        if (paths.stream().anyMatch(p -> parent(p).equals(path))) {
            return paths.stream()
                    .filter(p -> parent(p).equals(path))
                    .map(p -> "{\"name\": \"" + p.substring(p.lastIndexOf('/') + 1) + "\"}")
                    .collect(Collectors.joining(",", "{\"resources\": [", "]}"));
        }
        List<String> versions = paths.stream()
                .map(FakeApi::parent)
                .filter(p -> parent(p).equals(path))
                .map(p -> p.substring(p.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        return versions.isEmpty()
                ? null
                : versions.stream()
                        .map(v -> "{\"version\": \"" + v + "\"}")
                        .collect(Collectors.joining(",", "{\"versions\": [", "]}"));
    }

    private String page(List<GenericKubernetesResource> all, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("continue", "at 0").replace("at ", ""));
        int limit = Math.min(pageSize, Integer.parseInt(query.getOrDefault("limit", "" + Integer.MAX_VALUE)));
        int to = (int) Math.min(all.size(), (long) from + limit);
        String next = to < all.size()
                ? ", \"continue\": \"at " + to + "\", \"remainingItemCount\": " + (all.size() - to)
                : "";
        String kind = all.isEmpty() ? "" : all.get(0).getKind();
        String version = all.isEmpty() ? "v1" : all.get(0).getApiVersion();
        return all.subList(from, to).stream()
                .map(FakeApi::item)
                .collect(Collectors.joining(
                        ",",
                        "{\"kind\": \"" + kind + "List\", \"apiVersion\": \"" + version
                                + "\", \"metadata\": {\"resourceVersion\": \"7\"" + next + "}, \"items\": [",
                        "]}"));
    }

    /** As the API server writes it: the kind stands at the list only. */
    private static String item(GenericKubernetesResource object) {
        return Serialization.asJson(object)
                .replaceFirst("\"apiVersion\":\"[^\"]*\",", "")
                .replaceFirst("\"kind\":\"[^\"]*\",", "");
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static byte[] zipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
