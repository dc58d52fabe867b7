package dev.dsctl.golden.report;

import dev.dsctl.golden.ci.GithubCommands;
import dev.dsctl.golden.ci.Remark;
import java.io.IOException;

/** GitHub's workflow commands: each difference becomes an annotation of the pull request. */
public record GithubReport() implements Report {

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        for (Remark remark : Remarks.of(findings)) {
            GithubCommands.write(remark, out);
        }
        if (findings.diff().isEmpty()) {
            GithubCommands.notice(Sentences.totals(findings.diff()), out);
        }
    }
}
