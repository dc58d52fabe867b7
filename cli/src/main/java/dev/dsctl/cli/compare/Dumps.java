package dev.dsctl.cli.compare;

import dev.dsctl.cli.UsageException;
import dev.dsctl.golden.diff.ProxyConfig;
import dev.dsctl.golden.diff.Rendered;
import dev.dsctl.golden.diff.Side;
import dev.dsctl.golden.folder.GoldenFolder;
import dev.dsctl.render.json.ConfigDump;
import dev.dsctl.render.json.ProtoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Sides that are files: a config dump of one proxy, or a golden folder. */
final class Dumps {

    private final InputStream in;
    private final ProtoJson json = new ProtoJson();

    Dumps(InputStream in) {
        this.in = in;
    }

    /** A file as a side; the proxy of a dump, which doesn't say its name, gets the one given. */
    Side side(String name, String proxy) throws IOException {
        if (!name.equals("-") && Files.isDirectory(Path.of(name))) {
            return GoldenFolder.read(Path.of(name));
        }
        return side(name, proxy, read(name));
    }

    /** A dump as a side. */
    Side side(String label, String proxy, ConfigDump dump) {
        return new Side.Held(label, new TreeMap<>(Map.of(proxy, config(dump))));
    }

    /** Reads a dump of a file, or of standard input. */
    ConfigDump read(String name) throws IOException {
        try (Reader reader = open(name)) {
            return ConfigDump.read(reader, name.equals("-") ? "<stdin>" : name, json);
        }
    }

    private Reader open(String name) throws IOException {
        if (name.equals("-")) {
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new UsageException("can't read " + name);
        }
        return Files.newBufferedReader(file);
    }

    private ProxyConfig config(ConfigDump dump) {
        return Rendered.of(dump.snapshot(), json).only(dump.kinds());
    }
}
