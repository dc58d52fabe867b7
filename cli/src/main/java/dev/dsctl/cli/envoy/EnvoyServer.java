package dev.dsctl.cli.envoy;

import dev.dsctl.cli.UsageException;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Envoy that runs until it is closed. */
public final class EnvoyServer implements AutoCloseable {

    private static final long LONGEST_START_MILLIS = 60_000;
    private static final int POLL_MILLIS = 50;
    private static final Pattern ALLOCATED = Pattern.compile("\"allocated\":\\s*\"(\\d+)\"");

    private final Process process;
    private final Path folder;
    private final int port;

    private EnvoyServer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** A port of the loopback address that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts one with a single worker, and waits until it serves.
     *
     * @param adminPort where the bootstrap has its admin interface
     * @throws UsageException when it doesn't start
     */
    public static EnvoyServer start(EnvoyBinary envoy, Bootstrap bootstrap, int adminPort) throws IOException {
        Path folder = Files.createTempDirectory("dsctl");
        Path file = folder.resolve("bootstrap.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            JsonWriter writer = new JsonWriter(out, 0);
            new ProtoJson().write(bootstrap, writer);
            writer.finish();
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        envoy.path().toString(),
                        "-c",
                        file.toString(),
                        "--concurrency",
                        "1",
                        "--disable-hot-restart",
                        "-l",
                        "critical")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        EnvoyServer server = new EnvoyServer(process, folder, adminPort);
        if (!server.serves()) {
            String said = EnvoyReason.in(Files.readString(log));
            server.close();
            throw new UsageException("Envoy doesn't start: " + (said.isEmpty() ? "it says nothing" : said));
        }
        return server;
    }

    private boolean serves() {
        long end = System.currentTimeMillis() + LONGEST_START_MILLIS;
        while (process.isAlive() && System.currentTimeMillis() < end) {
            try {
                if (get("/ready").startsWith("LIVE")) {
                    return true;
                }
            } catch (IOException notYet) {
                // It listens when it is ready to say more.
            }
            try {
                process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** What it has allocated, in bytes. */
    public long allocatedBytes() throws IOException {
        Matcher allocated = ALLOCATED.matcher(get("/memory"));
        if (!allocated.find()) {
            throw new IOException("Envoy doesn't tell its memory");
        }
        return Long.parseLong(allocated.group(1));
    }

    private String get(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(30_000);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(folder.resolve("bootstrap.json"));
        Files.deleteIfExists(folder.resolve("log"));
        Files.delete(folder);
    }
}
