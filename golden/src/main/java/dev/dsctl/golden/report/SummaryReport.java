package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import java.io.IOException;

/**
 * One line a resource, and totals.
 *
 * @param style how it is coloured
 */
public record SummaryReport(Style style) implements Report {

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        SnapshotDiff diff = findings.diff();
        for (SnapshotDiff.ProxyChange proxy : diff.proxies()) {
            out.append(marked(proxy.change(), "proxy " + proxy.proxy())).append('\n');
        }
        for (Entry entry : Grouping.NONE.entries(diff)) {
            ResourceChange resource = entry.first();
            String count = resource.fields().isEmpty()
                    ? ""
                    : ": " + Words.count(resource.fields().size(), "change");
            String from = Sentences.from(findings.origins(entry));
            String line = Sentences.subject(entry) + count + (from.isEmpty() ? "" : ", " + from);
            out.append(marked(resource.change(), line)).append('\n');
        }
        out.append(Sentences.totals(diff)).append('\n');
    }

    private String marked(Change change, String text) {
        return switch (change) {
            case ADDED -> style.added("+ " + text);
            case REMOVED -> style.removed("- " + text);
            case CHANGED, REORDERED -> "~ " + text;
        };
    }
}
