package dev.dsctl.cli.lint;

import dev.dsctl.lint.report.SourceLines;
import dev.dsctl.model.manifest.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of the files that were read, as far as they are files and still there. */
public final class InputLines implements SourceLines {

    private final Map<String, List<String>> files = new HashMap<>();

    @Override
    public Optional<String> at(SourceRef place) {
        List<String> lines = files.computeIfAbsent(place.file(), InputLines::lines);
        return place.line() > 0 && place.line() <= lines.size()
                ? Optional.of(lines.get(place.line() - 1))
                : Optional.empty();
    }

    private static List<String> lines(String file) {
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException | InvalidPathException e) {
            // A report without the line is better than none.
            return List.of();
        }
    }
}
