package dev.dsctl.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.lint.check.Check;
import dev.dsctl.lint.check.Checks;
import dev.dsctl.lint.page.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code cases} has an input and what is found in it, at each release that matters; where a finding claims an effect, what
 * sidecars are sent stands beside it. {@code -Dlint.cases=update} writes it anew.
 */
class LintCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final boolean UPDATE = "update".equals(System.getProperty("lint.cases"));

    private static List<LintCase> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().map(LintCase::read).toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsExpected() throws IOException {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(LintCase each) throws IOException {
        assertThat(each.strangers()).isEmpty();
        SortedMap<String, String> files = new TreeMap<>();
        for (String release : each.releases()) {
            each.outcome(release).forEach((name, text) -> files.put(release + "/" + name, text));
        }
        if (UPDATE) {
            assertThat(System.getenv("CI")).as("nothing is written in CI").isNull();
            write(each.folder().resolve("expected"), each.expected(), files);
        }
        assertThat(each.expected()).isEqualTo(files);
    }

    private static void write(Path folder, Map<String, String> old, Map<String, String> files) throws IOException {
        for (String name : old.keySet()) {
            if (!files.containsKey(name)) {
                Files.delete(folder.resolve(name));
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** A folder whose name begins with a check's code has it at some release, or shows where it isn't. */
    @TestFactory
    Stream<DynamicTest> everyCheckHasACaseAndACounterexample() throws IOException {
        List<LintCase> cases = cases();
        return Checks.all().stream()
                .map(check -> DynamicTest.dynamicTest(check.code(), () -> {
                    List<String> with = new ArrayList<>();
                    List<String> without = new ArrayList<>();
                    for (LintCase each : cases) {
                        if (each.name().startsWith(check.code())) {
                            boolean found = each.expected().values().stream()
                                    .anyMatch(text -> text.contains(": " + check.code() + ": "));
                            (found ? with : without).add(each.name());
                        }
                    }
                    assertThat(with).as("cases that have it").isNotEmpty();
                    assertThat(without).as("cases that don't").isNotEmpty();
                }));
    }

    @Test
    void everyCheckHasAPageAndEveryPageACheck() throws IOException {
        for (Check check : Checks.all()) {
            assertThat(Page.of(check.code())).as(check.code()).isPresent();
            assertThat(Page.of(check.code()).get().title()).isNotBlank();
        }
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", "lint"))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> name.startsWith("DS")))
                    .containsExactlyInAnyOrderElementsOf(Checks.all().stream()
                            .map(check -> check.code() + ".md")
                            .toList());
        }
    }

    @Test
    void codesAreInOrder() {
        assertThat(Checks.all().stream().map(Check::code)).isSorted().doesNotHaveDuplicates();
    }
}
