package dev.dsctl.cli.live;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The manifests of the recorded cases that golden's tests keep. */
final class RecordedMeshes {

    private static final Path ARCHIVE = Path.of("../golden/src/test/resources/corpus/istiod.tar.xz");

    private RecordedMeshes() {}

    /** Unpacks them; each case has a folder of that name with a folder {@code input}. */
    static List<Path> unpack(Path folder) throws IOException {
        try (InputStream archive = Files.newInputStream(ARCHIVE);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && !entry.getName().contains("/expected/")) {
                    Path file = folder.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.write(file, tar.readAllBytes());
                }
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("case.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    /** The manifests of a case. */
    static List<Path> inputs(Path mesh) throws IOException {
        try (Stream<Path> files = Files.list(mesh.resolve("input"))) {
            return files.sorted().toList();
        }
    }
}
