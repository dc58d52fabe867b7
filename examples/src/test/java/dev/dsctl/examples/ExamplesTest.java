package dev.dsctl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder here with a folder {@code golden} is an example: what its manifests give at {@code golden/RELEASE} must be there,
 * byte for byte and nothing else. Manifests are the folder's, or what its file {@code inputs-RELEASE} names. {@code -Dgolden=update} writes it
 * anew.
 */
class ExamplesTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> goldenFilesAreInStep() throws IOException {
        List<Path> golden = releases();
        assertThat(golden).isNotEmpty();
        return golden.stream()
                .map(each -> DynamicTest.dynamicTest(HERE.relativize(each).toString(), () -> check(each)));
    }

    @Test
    void theReadmesCommandPrintsTheDualStackListener() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] command = {
            "render", "-f", "tcp-echo", "--proxy", "sleep", "--type", "listeners", "--istio-version", "1.29"
        };
        int code = Main.run(command, InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .contains("\"name\":\"fd00:10:96::f9fc_9000\",\"address\":{\"socketAddress\":{\"address\":"
                        + "\"fd00:10:96::f9fc\",\"portValue\":9000}},\"additionalAddresses\":[{\"address\":"
                        + "{\"socketAddress\":{\"address\":\"10.96.106.11\",\"portValue\":9000}}}]");
    }

    private void check(Path golden) throws IOException {
        Path manifests = golden.getParent().getParent();
        Path rendered = folder.resolve(HERE.relativize(golden));
        render(manifests, golden.getFileName().toString(), rendered);
        if ("update".equals(System.getProperty("golden"))) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not written in CI")
                    .isNull();
            delete(golden);
            render(manifests, golden.getFileName().toString(), golden);
        }
        assertThat(files(golden)).isEqualTo(files(rendered));
    }

    private static void render(Path example, String release, Path out) throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> command = new ArrayList<>(List.of("render", "--istio-version", release, "--out", out.toString()));
        command.addAll(inputs(example, release));
        int code = Main.run(
                command.toArray(String[]::new), InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** The options in the example's file {@code inputs-RELEASE}, seen from here; without one, the whole folder. */
    private static List<String> inputs(Path example, String release) throws IOException {
        Path file = example.resolve("inputs-" + release);
        if (!Files.exists(file)) {
            return List.of("-f", example.toString());
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.startsWith("-") ? line : line.replaceFirst("[^=]*$", example + "/$0"))
                .toList();
    }

    private static List<Path> releases() throws IOException {
        try (Stream<Path> paths = Files.find(HERE, 3, (path, is) -> is.isDirectory())) {
            return paths.filter(path -> path.getParent().endsWith("golden"))
                    .sorted()
                    .toList();
        }
    }

    private static SortedMap<String, String> files(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
