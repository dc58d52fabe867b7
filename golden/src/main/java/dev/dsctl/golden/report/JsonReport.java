package dev.dsctl.golden.report;

import dev.dsctl.golden.tree.JsonText;
import java.io.IOException;

/** For tools: every change by itself, see {@link ReportTree}. */
public record JsonReport() implements Report {

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        out.append(JsonText.pretty(ReportTree.of(findings)));
    }
}
