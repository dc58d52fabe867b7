package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import java.io.IOException;
import java.util.List;

/** For a comment on a pull request: a table of what changed, and each change folded below it. */
public record MarkdownReport() implements Report {

    private static final int LONGEST = 30;

    /** GitHub refuses comments of more than 65,536 characters. */
    private static final int ROOM = 60_000;

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        SnapshotDiff diff = findings.diff();
        out.append("### Envoy configuration: ")
                .append(diff.isEmpty() ? "no change" : "changed")
                .append("\n\n");
        out.append(code(diff.before())).append(" → ").append(code(diff.after())).append(" · ");
        out.append(Sentences.totals(diff)).append("\n");
        for (SnapshotDiff.ProxyChange proxy : diff.proxies()) {
            out.append("\n- ").append(proxy.change().key()).append(": proxy ").append(code(proxy.proxy()));
        }
        out.append(diff.proxies().isEmpty() ? "" : "\n");
        int used = 0;
        List<Entry> entries = findings.entries();
        for (int i = 0; i < entries.size(); i++) {
            String section = section(entries.get(i), findings);
            used += section.length();
            if (used > ROOM) {
                out.append("\n… and ")
                        .append(Words.count(entries.size() - i, "entry"))
                        .append(" more\n");
                return;
            }
            out.append(section);
        }
    }

    private static String section(Entry entry, Findings findings) {
        StringBuilder text = new StringBuilder("\n<details><summary>");
        text.append(entry.change().key()).append(": ").append(escaped(Sentences.subject(entry)));
        text.append("</summary>\n\n");
        String from = Sentences.from(findings.origins(entry));
        if (!from.isEmpty()) {
            text.append(from).append("\n\n");
        }
        List<FieldChange> examples =
                entry.alike().stream().map(Entry.Alike::example).toList();
        if (!examples.isEmpty()) {
            text.append("````diff\n");
            for (Hunk hunk : Hunks.of(entry.first(), examples, LONGEST)) {
                text.append("@@ ").append(hunk.title()).append(" @@\n");
                for (Hunk.Line line : hunk.lines()) {
                    text.append(line.sign()).append(' ').append(line.text()).append('\n');
                }
            }
            text.append("````\n\n");
        } else {
            entry.names().forEach(name -> text.append("- ").append(code(name)).append('\n'));
            text.append('\n');
        }
        return text.append("</details>\n").toString();
    }

    private static String code(String text) {
        return "`" + text.replace("`", "'") + "`";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
