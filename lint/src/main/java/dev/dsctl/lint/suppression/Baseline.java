package dev.dsctl.lint.suppression;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A file of findings that are known and shall not fail a check: one a line, {@code #} for comments. */
public final class Baseline {

    private static final String HEAD =
            "# Findings of `dsctl lint` that are known. `dsctl lint --baseline FILE --write-baseline` writes it anew.\n";

    private Baseline() {}

    /** Reads the lines of a file. */
    public static List<Suppression> read(List<String> lines, String file) {
        List<Suppression> known = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                known.add(Suppression.ofBaseline(line, new SourceRef(file, i + 1)));
            }
        }
        return known;
    }

    /** The content of a file with these findings. */
    public static String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder(HEAD);
        TreeSet<String> keys = new TreeSet<>();
        findings.forEach(finding -> keys.add(finding.key()));
        keys.forEach(key -> text.append(key).append('\n'));
        return text.toString();
    }
}
