package dev.dsctl.render.json;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes snapshots as files {@code NAMESPACE/POD/KIND.json} below a folder. All of them appear together: they are written
 * beside their places first and moved there by {@link #commit}; without it nothing stays behind.
 */
public final class SnapshotFolder implements AutoCloseable {

    private static final int INDENT = 2;

    private final Path root;
    private final FleetPrinter printer;
    private final Map<Path, Path> staged = new ConcurrentHashMap<>();

    /** Writes below a folder, which is made when it is missing. */
    public SnapshotFolder(Path root, ProtoJson json) {
        this.root = root;
        this.printer = new FleetPrinter(json);
    }

    /** Where the files of one proxy stand. */
    public static Path of(Path root, String namespace, String pod) {
        return root.resolve(namespace).resolve(pod);
    }

    /** Adds some kinds of one proxy's resources; on any thread. */
    public void add(String namespace, String pod, XdsSnapshot snapshot, Set<ResourceKind> kinds) throws IOException {
        Path folder = of(root, namespace, pod);
        Files.createDirectories(folder);
        for (ResourceKind kind : kinds) {
            Path file = folder.resolve(kind.fileName());
            // Not a temporary file of Java's: those are readable by nobody else.
            Path beside = folder.resolve(
                    "." + kind.fileName() + "." + ProcessHandle.current().pid());
            staged.put(file, beside);
            try (OutputStream out = Files.newOutputStream(beside)) {
                print(kind, kind.of(snapshot), printer, out);
            }
        }
    }

    /** Whether a file of these resources would hold just this text. */
    public static boolean holds(List<? extends Message> resources, ResourceKind kind, byte[] utf8, FleetPrinter printer)
            throws IOException {
        ExpectedText text = new ExpectedText(utf8);
        print(kind, resources, printer, text);
        return text.isWhole();
    }

    private static void print(
            ResourceKind kind, List<? extends Message> resources, FleetPrinter printer, OutputStream out)
            throws IOException {
        JsonWriter writer = new JsonWriter(out, INDENT);
        printer.print(kind, resources, writer);
        writer.finish();
    }

    /** Puts everything added in its place. */
    public void commit() throws IOException {
        var files = staged.entrySet().iterator();
        while (files.hasNext()) {
            Map.Entry<Path, Path> file = files.next();
            Files.move(
                    file.getValue(),
                    file.getKey(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            files.remove();
        }
    }

    /** Removes what was added and not committed. */
    @Override
    public void close() throws IOException {
        for (Path beside : staged.values()) {
            Files.deleteIfExists(beside);
        }
        staged.clear();
    }
}
