package dev.dsctl.lint;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.finding.Unknown;
import java.util.List;

/**
 * What was found.
 *
 * @param scope what was looked at
 * @param findings by place
 * @param unknown what the input doesn't tell
 */
public record LintResult(Scope scope, List<Finding> findings, List<Unknown> unknown) {

    /**
     * What was looked at.
     *
     * @param release Istio's release
     * @param services how many services the mesh has
     * @param sidecars how many sidecars
     */
    public record Scope(String release, int services, int sidecars) {}

    public LintResult {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }

    /** How many findings of a severity there are. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
