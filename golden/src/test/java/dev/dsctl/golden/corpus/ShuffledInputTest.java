package dev.dsctl.golden.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.golden.corpus.Corpus.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is rendered doesn't depend on which file an object is in or on what stands before it. */
class ShuffledInputTest {

    private static final int SHUFFLES = 4;

    private final CaseRenderer renderer = new CaseRenderer();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> orderOfFilesAndDocumentsDoesNotMatter() throws IOException {
        List<Case> cases = Corpus.unpack(folder).cases();
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private void check(Case from) throws IOException {
        List<String> releases = from.releases();
        List<String> ends = List.of(releases.get(0), releases.get(releases.size() - 1));
        List<String> documents = documents(from.input());
        for (String release : ends) {
            if (renderer.knows(release)) {
                String straight = renderer.text(from, release);
                assertThat(renderer.text(from, release)).as("a second run").isEqualTo(straight);
                for (int seed = 0; seed < SHUFFLES; seed++) {
                    Case shuffled = from.withInput(shuffle(from.name(), documents, new Random(seed)));
                    assertThat(renderer.text(shuffled, release))
                            .as("%s at %s, seed %d", from.name(), release, seed)
                            .isEqualTo(straight);
                }
            }
        }
    }

    private static List<String> documents(Path input) throws IOException {
        List<String> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(input)) {
            for (Path file : files.toList()) {
                for (String document : ("\n" + Files.readString(file)).split("\n---")) {
                    if (!document.isBlank()) {
                        documents.add(document.strip() + "\n");
                    }
                }
            }
        }
        assertThat(documents).hasSizeGreaterThan(2);
        return documents;
    }

    private Path shuffle(String name, List<String> documents, Random random) throws IOException {
        List<String> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, random);
        Path input = Files.createTempDirectory(folder, name);
        int next = 0;
        while (next < shuffled.size()) {
            int end = Math.min(shuffled.size(), next + 1 + random.nextInt(shuffled.size()));
            Path file = input.resolve(Integer.toHexString(random.nextInt()) + ".yaml");
            Files.writeString(file, String.join("---\n", shuffled.subList(next, end)));
            next = end;
        }
        return input;
    }
}
