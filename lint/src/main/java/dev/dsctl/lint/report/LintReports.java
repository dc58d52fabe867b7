package dev.dsctl.lint.report;

import dev.dsctl.golden.ci.GithubCommands;
import dev.dsctl.golden.ci.JunitSuites;
import dev.dsctl.golden.ci.Remark;
import dev.dsctl.golden.ci.SarifLog;
import dev.dsctl.golden.report.Style;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.golden.tree.YamlText;
import dev.dsctl.lint.check.Check;
import dev.dsctl.lint.check.Checks;
import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.page.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes reports of findings, in the formats in which differences are reported. */
public final class LintReports {

    private LintReports() {}

    /** For people: each finding with the line it is about, and how to mend it. */
    public static void text(LintReport report, Style style, SourceLines lines, Appendable out) throws IOException {
        new LintText(style, lines).write(report, out);
    }

    /** One line a finding, and totals. */
    public static void summary(LintReport report, Style style, Appendable out) throws IOException {
        new LintText(style, SourceLines.NONE).summary(report, out);
    }

    /** For tools. */
    public static void json(LintReport report, Appendable out) throws IOException {
        out.append(JsonText.pretty(LintTree.of(report)));
    }

    /** The same as YAML. */
    public static void yaml(LintReport report, Appendable out) throws IOException {
        out.append(YamlText.of(LintTree.of(report)));
    }

    /** For a comment on a pull request. */
    public static void markdown(LintReport report, Appendable out) throws IOException {
        out.append("### dsctl lint: ").append(Sentences.totals(report)).append("\n");
        for (Reported reported : report.reported()) {
            Finding finding = reported.finding();
            out.append("\n- ");
            out.append(
                    reported.change() == Reported.Change.NONE
                            ? ""
                            : reported.change().key() + " ");
            out.append("**").append(finding.severity().toString()).append(" ").append(finding.code());
            out.append("** `").append(finding.subject().at().toString()).append("` ");
            out.append(String.join("  \n  ", Sentences.lines(reported))).append('\n');
        }
        for (String note : Sentences.notes(report)) {
            out.append("\n_").append(note).append("_\n");
        }
    }

    /**
     * A test for each check that could look, failed for each finding that matters enough.
     *
     * @param least from which severity on a finding is a failure
     */
    public static void junit(LintReport report, Severity least, Instant at, Appendable out) throws IOException {
        List<String> blind = report.unknown().stream()
                .flatMap(unknown -> unknown.codes().stream())
                .toList();
        List<JunitSuites.Test> tests = new ArrayList<>();
        for (String code : Checks.all().stream().map(Check::code).toList()) {
            List<Reported> own = report.reported().stream()
                    .filter(each -> each.stays()
                            && each.finding().code().equals(code)
                            && each.finding().severity().isAtLeast(least))
                    .toList();
            own.forEach(each -> tests.add(failure(each)));
            if (own.isEmpty() && !blind.contains(code)) {
                String title = Page.of(code).map(Page::title).orElse("");
                tests.add(new JunitSuites.Test("dsctl.lint." + code, title, "", ""));
            }
        }
        SortedMap<String, List<JunitSuites.Test>> suites = new TreeMap<>();
        suites.put("dsctl lint", tests);
        new JunitSuites(at, "finding").write(suites, out);
    }

    private static JunitSuites.Test failure(Reported reported) {
        Finding finding = reported.finding();
        List<String> lines = new ArrayList<>();
        lines.add(finding.subject().at() + ": " + finding.severity());
        lines.addAll(Sentences.lines(reported));
        return new JunitSuites.Test(
                "dsctl.lint." + finding.code(), finding.key(), finding.message(), String.join("\n", lines));
    }

    /** GitHub's workflow commands. */
    public static void github(LintReport report, Appendable out) throws IOException {
        for (Remark remark : new LintRemarks().of(report)) {
            GithubCommands.write(remark, out);
        }
        for (String note : Sentences.notes(report)) {
            GithubCommands.notice(note, out);
        }
        GithubCommands.notice(Sentences.totals(report), out);
    }

    /** SARIF 2.1.0; rules have their pages as help. */
    public static void sarif(LintReport report, String version, Appendable out) throws IOException {
        LintRemarks remarks = new LintRemarks();
        SarifLog.write(new SarifLog.Run(version, remarks.rules(), remarks.of(report), Sentences.notes(report)), out);
    }
}
