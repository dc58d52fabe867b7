package dev.dsctl.lint.report;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** What reports say in words, the same in every format. */
final class Sentences {

    private Sentences() {}

    /** {@code Service shop/web: its pods ...}. */
    static String message(Finding finding) {
        return finding.subject() + ": " + finding.message();
    }

    /** The message, the fix, and the releases that mend it, a line each. */
    static List<String> lines(Reported reported) {
        Finding finding = reported.finding();
        List<String> lines = new ArrayList<>();
        lines.add(message(finding));
        lines.add("fix: " + finding.fix());
        if (!finding.goneIn().isEmpty()) {
            lines.add("goes away in Istio " + finding.releases());
        }
        return lines;
    }

    /** The verdict and the counts. */
    static String totals(LintReport report) {
        StringBuilder text = new StringBuilder();
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = report.count(severity);
            if (count > 0) {
                counts.add(severity == Severity.INFO ? count + " info" : counted(count, severity.toString()));
            }
        }
        text.append(counts.isEmpty() ? "nothing found" : String.join(", ", counts));
        report.upgradeTo().ifPresent(release -> {
            long gone = report.reported().stream().filter(each -> !each.stays()).count();
            text.append(" that the upgrade to Istio ").append(release).append(" brings");
            text.append(gone == 0 ? "" : ", " + gone + " that it takes away");
        });
        text.append(" in ")
                .append(counted(report.scope().services(), "service"))
                .append(" and ");
        text.append(counted(report.scope().sidecars(), "sidecar")).append(" at Istio ");
        text.append(report.scope().release());
        text.append(report.suppressed() == 0 ? "" : ", " + report.suppressed() + " suppressed");
        return text.toString();
    }

    /** What is said about the run rather than about an object. */
    static List<String> notes(LintReport report) {
        List<String> notes = new ArrayList<>();
        report.unknown().forEach(unknown -> notes.add("unknown: " + unknown));
        report.unused().forEach(unused -> notes.add("unused suppression: " + unused));
        return notes;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
