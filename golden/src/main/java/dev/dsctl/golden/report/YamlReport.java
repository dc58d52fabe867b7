package dev.dsctl.golden.report;

import dev.dsctl.golden.tree.YamlText;
import java.io.IOException;

/** The same as {@link JsonReport}, as YAML. */
public record YamlReport() implements Report {

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        out.append(YamlText.of(ReportTree.of(findings)));
    }
}
