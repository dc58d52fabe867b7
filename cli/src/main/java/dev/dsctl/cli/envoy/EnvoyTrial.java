package dev.dsctl.cli.envoy;

import dev.dsctl.render.bootstrap.Trial;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Shows bootstraps to an Envoy in a file. */
public final class EnvoyTrial implements Trial, AutoCloseable {

    private final EnvoyBinary envoy;
    private final ProtoJson json = new ProtoJson();
    private final Path file;

    /** Writes to a temporary file until it is closed. */
    public EnvoyTrial(EnvoyBinary envoy) throws IOException {
        this.envoy = envoy;
        this.file = Files.createTempFile("dsctl", ".json");
    }

    @Override
    public Optional<String> refusal(Bootstrap bootstrap) {
        try (OutputStream out = Files.newOutputStream(file)) {
            JsonWriter writer = new JsonWriter(out, 0);
            json.write(bootstrap, writer);
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return envoy.refusal(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
