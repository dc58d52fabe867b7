package dev.dsctl.lint.report;

import dev.dsctl.golden.ci.Level;
import dev.dsctl.golden.ci.Remark;
import dev.dsctl.golden.ci.Rule;
import dev.dsctl.lint.check.Checks;
import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.page.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as remarks about files, for CI systems. */
final class LintRemarks {

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    LintRemarks() {
        Checks.all().forEach(check -> rules.put(check.code(), rule(check.code())));
    }

    private static Rule rule(String code) {
        Optional<Page> page = Page.of(code);
        return new Rule(
                code,
                page.map(Page::title).orElse(code),
                Level.WARNING,
                page.map(Page::text).orElse(""));
    }

    List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** What is there in the end: CI systems have no word for what goes away. */
    List<Remark> of(LintReport report) {
        return report.reported().stream()
                .filter(Reported::stays)
                .map(this::remark)
                .toList();
    }

    private Remark remark(Reported reported) {
        Finding finding = reported.finding();
        return new Remark(
                rules.get(finding.code()),
                level(finding.severity()),
                finding.code() + " " + finding.subject(),
                String.join("\n", Sentences.lines(reported)),
                Optional.of(finding.subject().at()),
                finding.key());
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARNING;
            case INFO -> Level.NOTE;
        };
    }
}
