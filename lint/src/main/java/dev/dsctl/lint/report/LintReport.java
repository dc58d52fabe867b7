package dev.dsctl.lint.report;

import dev.dsctl.lint.LintResult;
import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.finding.Unknown;
import dev.dsctl.lint.report.Reported.Change;
import dev.dsctl.lint.suppression.Suppression;
import dev.dsctl.lint.suppression.Suppressions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is reported.
 *
 * @param scope what was looked at
 * @param upgradeTo the release of an upgrade that is asked about
 * @param reported findings by place
 * @param suppressed how many are not reported
 * @param unknown what the input doesn't tell
 * @param unused suppressions that were for nothing
 */
public record LintReport(
        LintResult.Scope scope,
        Optional<String> upgradeTo,
        List<Reported> reported,
        int suppressed,
        List<Unknown> unknown,
        List<Suppression> unused) {

    /** Everything that was found but for what is suppressed. */
    public static LintReport of(LintResult result, Suppressions suppressions) {
        List<Finding> left = suppressions.without(result.findings());
        List<Reported> reported =
                left.stream().map(finding -> new Reported(finding, Change.NONE)).toList();
        return new LintReport(
                result.scope(),
                Optional.empty(),
                reported,
                result.findings().size() - left.size(),
                result.unknown(),
                suppressions.unused(blind(result.unknown())));
    }

    /** What an upgrade changes. */
    public static LintReport ofUpgrade(LintResult before, LintResult after, Suppressions suppressions) {
        List<Finding> old = suppressions.without(before.findings());
        List<Finding> left = suppressions.without(after.findings());
        List<Reported> reported = new ArrayList<>();
        without(left, old).forEach(finding -> reported.add(new Reported(finding, Change.ADDED)));
        without(old, left).forEach(finding -> reported.add(new Reported(finding, Change.REMOVED)));
        reported.sort(Comparator.comparing(Reported::finding, Finding.ORDER).thenComparing(Reported::change));
        Set<Unknown> unknown = new LinkedHashSet<>(before.unknown());
        unknown.addAll(after.unknown());
        return new LintReport(
                before.scope(),
                Optional.of(after.scope().release()),
                reported,
                after.findings().size() - left.size(),
                List.copyOf(unknown),
                suppressions.unused(blind(unknown)));
    }

    /** Those that the others lack, or have with another severity. */
    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Map<String, Severity> known = new HashMap<>();
        others.forEach(finding -> known.put(finding.key(), finding.severity()));
        return findings.stream()
                .filter(finding -> known.get(finding.key()) != finding.severity())
                .toList();
    }

    private static Set<String> blind(Iterable<Unknown> unknown) {
        Set<String> codes = new HashSet<>();
        unknown.forEach(each -> codes.addAll(each.codes()));
        return codes;
    }

    /** How many findings of a severity are there in the end. */
    long count(Severity severity) {
        return reported.stream()
                .filter(each -> each.stays() && each.finding().severity() == severity)
                .count();
    }

    /** Whether there is a finding that matters at least as much as a severity. */
    public boolean fails(Severity least) {
        return reported.stream()
                .anyMatch(each -> each.stays() && each.finding().severity().isAtLeast(least));
    }
}
