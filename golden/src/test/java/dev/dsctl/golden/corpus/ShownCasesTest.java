package dev.dsctl.golden.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Renders the cases under {@code resources/cases} and compares what each shows with what istiod answered. A release without an answer
 * of its own has that of the release before it in the list. {@code -Danswers=FOLDER} writes the answers anew out of
 * {@code FOLDER/RELEASE/CASE/NAMESPACE/POD/KIND.json}, where istiod's own words lie.
 */
class ShownCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Set<String> FILES = Set.of("case.yaml", "mesh.yaml", "input", "expected");

    private final CaseRenderer renderer = new CaseRenderer();

    @TestFactory
    Stream<DynamicTest> showsWhatIstiodAnswers() throws IOException {
        String answers = System.getProperty("answers", "");
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : children(CASES)) {
            ShownCase shown = ShownCase.in(folder);
            if (!answers.isEmpty()) {
                record(shown, Path.of(answers));
            }
            String name = shown.mesh().name();
            tests.add(DynamicTest.dynamicTest(name + " is whole", () -> checkFiles(shown)));
            for (String release : shown.mesh().releases()) {
                tests.add(DynamicTest.dynamicTest(name + " " + release, () -> check(shown, release)));
            }
        }
        return tests.stream();
    }

    private void check(ShownCase shown, String release) throws IOException {
        Path file = null;
        for (String each : shown.mesh().releases()) {
            file = Files.exists(shown.answer(each)) ? shown.answer(each) : file;
            if (each.equals(release)) {
                break;
            }
        }
        assertThat(file)
                .as("the answer of %s or of an earlier release", release)
                .isNotNull();
        Json answer = JsonText.read(Files.readAllBytes(file), file.toString());
        Json rendered = shown.rendered(renderer, release);
        assertThat(FittedJson.text(rendered)).as(shown.description()).isEqualTo(FittedJson.text(answer));
    }

    /** Nothing lies about, nothing is said twice, and of the parts that are asked for some are there; others may show that they aren't. */
    private static void checkFiles(ShownCase shown) throws IOException {
        assertThat(names(shown.folder())).as("files of the case").isSubsetOf(FILES);
        assertThat(shown.description()).as("one sentence").isNotBlank().endsWith(".");
        assertThat(shown.mesh().proxies()).hasSize(1);
        assertThat(shown.mesh().meshConfig() != null)
                .as("mesh.yaml is there and said")
                .isEqualTo(Files.exists(shown.folder().resolve("mesh.yaml")));
        assertThat(names(shown.folder().resolve("input"))).isNotEmpty().allMatch(name -> name.endsWith(".yaml"));
        Set<String> releases =
                shown.mesh().releases().stream().map(each -> each + ".json").collect(Collectors.toSet());
        assertThat(names(shown.folder().resolve("expected"))).as("answers").isSubsetOf(releases);
        String before = "";
        for (String release : shown.mesh().releases()) {
            if (Files.exists(shown.answer(release))) {
                String answer = Files.readString(shown.answer(release));
                assertThat(answer)
                        .as("the answer of %s differs from the one before", release)
                        .isNotEqualTo(before);
                before = answer;
            }
        }
        for (Map<String, List<String>> messages : shown.shows().values()) {
            for (List<String> parts : messages.values()) {
                assertThat(parts.isEmpty() || parts.stream().anyMatch(part -> isFound(shown, part)))
                        .as("one of %s is there", parts)
                        .isTrue();
            }
        }
    }

    private static boolean isFound(ShownCase shown, String part) {
        Pattern filled = Pattern.compile(Pattern.quote("\"" + part + "\":") + "\\s*\\[\\s*\\{");
        return shown.mesh().releases().stream()
                .map(shown::answer)
                .filter(Files::exists)
                .anyMatch(file -> filled.matcher(read(file)).find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void record(ShownCase shown, Path answers) throws IOException {
        String before = "";
        for (String release : shown.mesh().releases()) {
            Path said = answers.resolve(release).resolve(shown.mesh().name());
            if (Files.isDirectory(said)) {
                String text = FittedJson.text(shown.recorded(said));
                Files.createDirectories(shown.folder().resolve("expected"));
                Files.deleteIfExists(shown.answer(release));
                if (!text.equals(before)) {
                    Files.write(shown.answer(release), text.getBytes(StandardCharsets.UTF_8));
                }
                before = text;
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        return children(folder).stream()
                .map(child -> child.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
