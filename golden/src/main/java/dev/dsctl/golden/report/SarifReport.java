package dev.dsctl.golden.report;

import dev.dsctl.golden.ci.SarifLog;
import java.io.IOException;
import java.util.List;

/**
 * SARIF 2.1.0, as code scanning services read it.
 *
 * @param version dsctl's version
 */
public record SarifReport(String version) implements Report {

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        SarifLog.write(new SarifLog.Run(version, Remarks.RULES, Remarks.of(findings), List.of()), out);
    }
}
