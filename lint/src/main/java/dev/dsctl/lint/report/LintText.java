package dev.dsctl.lint.report;

import dev.dsctl.golden.report.Style;
import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** For people: each finding with the line it is about. */
final class LintText {

    private final Style style;
    private final SourceLines lines;

    LintText(Style style, SourceLines lines) {
        this.style = style;
        this.lines = lines;
    }

    void write(LintReport report, Appendable out) throws IOException {
        for (Reported reported : report.reported()) {
            out.append(head(reported)).append('\n');
            quote(reported.finding(), out);
            List<String> rest = Sentences.lines(reported);
            for (String line : rest.subList(1, rest.size())) {
                out.append("  ").append(line).append('\n');
            }
        }
        out.append(report.reported().isEmpty() ? "" : "\n");
        end(report, out);
        if (!report.reported().isEmpty()) {
            out.append("dsctl explain ")
                    .append(report.reported().get(0).finding().code())
                    .append(" tells more\n");
        }
    }

    /** One line a finding. */
    void summary(LintReport report, Appendable out) throws IOException {
        for (Reported reported : report.reported()) {
            out.append(head(reported)).append('\n');
        }
        end(report, out);
    }

    private static void end(LintReport report, Appendable out) throws IOException {
        for (String note : Sentences.notes(report)) {
            out.append(note).append('\n');
        }
        out.append(Sentences.totals(report)).append('\n');
    }

    private String head(Reported reported) {
        Finding finding = reported.finding();
        String sign = switch (reported.change()) {
            case NONE -> "";
            case ADDED -> "+ ";
            case REMOVED -> "- ";
        };
        return sign + style.place(finding.subject().at().toString()) + ": " + colored(finding.severity()) + ": "
                + finding.code() + ": " + Sentences.message(finding);
    }

    private String colored(Severity severity) {
        return switch (severity) {
            case ERROR -> style.removed(severity.toString());
            case WARNING -> style.suspicious(severity.toString());
            case INFO -> severity.toString();
        };
    }

    private void quote(Finding finding, Appendable out) throws IOException {
        Optional<String> line = lines.at(finding.subject().at());
        if (line.isEmpty() || line.get().isBlank()) {
            return;
        }
        String text = line.get().stripTrailing().replace('\t', ' ');
        int column = text.length() - text.stripLeading().length();
        // The caret stands under the key, not under the dash of a list.
        column += text.startsWith("- ", column) ? 2 : 0;
        out.append("    ").append(text).append('\n');
        out.append("    ").append(" ".repeat(column)).append(style.strong("^")).append('\n');
    }
}
