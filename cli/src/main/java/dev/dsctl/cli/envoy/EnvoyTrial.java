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

/** Shows bootstraps to an Envoy, each in a file that is gone afterwards. May be used by several threads. */
public final class EnvoyTrial implements Trial {

    private final EnvoyBinary envoy;
    private final ProtoJson json = new ProtoJson();

    /** Asks this Envoy. */
    public EnvoyTrial(EnvoyBinary envoy) {
        this.envoy = envoy;
    }

    @Override
    public Optional<String> refusal(Bootstrap bootstrap) {
        try {
            Path file = Files.createTempFile("dsctl", ".json");
            try {
                write(bootstrap, file);
                return envoy.refusal(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Bootstrap bootstrap, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            JsonWriter writer = new JsonWriter(out, 0);
            json.write(bootstrap, writer);
            writer.finish();
        }
    }
}
