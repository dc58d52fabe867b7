package dev.dsctl.model.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a release does is decided in one file, so that a difference between releases is found where it is looked for. */
class ReleaseNamesTest {

    private static final Pattern RELEASE = Pattern.compile("(?<![\\d.])1\\.(1[6-9]|[23]\\d)(?![\\d])");

    @Test
    void noOtherFileNamesARelease() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : List.of("model", "render", "lint")) {
            Path sources = Path.of("..", module, "src", "main", "java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    if (!file.endsWith(Path.of("profile", "IstioProfiles.java"))) {
                        search(file, found);
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private static void search(Path file, List<String> found) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (RELEASE.matcher(lines.get(i)).find()) {
                found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
            }
        }
    }
}
