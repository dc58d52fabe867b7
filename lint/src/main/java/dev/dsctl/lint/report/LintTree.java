package dev.dsctl.lint.report;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.finding.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The structured report: {@code release}, {@code totals}, {@code findings} (each with {@code code}, {@code severity}, {@code object},
 * {@code file}, {@code line}, {@code message}, {@code fix} and, where releases mend it, {@code goneIn}), {@code unknown} and {@code
 * unusedSuppressions}.
 */
final class LintTree {

    private LintTree() {}

    static JsonObject of(LintReport report) {
        Map<String, Json> root = new LinkedHashMap<>();
        root.put("release", text(report.scope().release()));
        report.upgradeTo().ifPresent(release -> root.put("upgradeTo", text(release)));
        root.put("totals", totals(report));
        root.put(
                "findings",
                array(report.reported().stream().map(LintTree::finding).toList()));
        root.put(
                "unknown",
                array(report.unknown().stream().map(LintTree::unknown).toList()));
        root.put(
                "unusedSuppressions",
                array(report.unused().stream()
                        .map(unused -> text(unused.toString()))
                        .toList()));
        return JsonObject.of(root);
    }

    private static Json totals(LintReport report) {
        Map<String, Json> totals = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            totals.put(severity.toString(), JsonScalar.number(report.count(severity)));
        }
        totals.put("suppressed", JsonScalar.number(report.suppressed()));
        totals.put("services", JsonScalar.number(report.scope().services()));
        totals.put("sidecars", JsonScalar.number(report.scope().sidecars()));
        return JsonObject.of(totals);
    }

    private static Json finding(Reported reported) {
        Finding finding = reported.finding();
        Map<String, Json> tree = new LinkedHashMap<>();
        if (reported.change() != Reported.Change.NONE) {
            tree.put("change", text(reported.change().key()));
        }
        tree.put("code", text(finding.code()));
        tree.put("severity", text(finding.severity().toString()));
        tree.put("object", text(finding.subject().toString()));
        tree.put("file", text(finding.subject().at().file()));
        tree.put("line", JsonScalar.number(finding.subject().at().line()));
        tree.put("key", text(finding.key()));
        tree.put("message", text(finding.message()));
        tree.put("fix", text(finding.fix()));
        if (!finding.goneIn().isEmpty()) {
            tree.put(
                    "goneIn",
                    array(finding.goneIn().stream()
                            .map(release -> text(release.toString()))
                            .toList()));
        }
        return JsonObject.of(tree);
    }

    private static Json unknown(Unknown unknown) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("what", text(unknown.what()));
        tree.put("codes", array(unknown.codes().stream().map(LintTree::text).toList()));
        return JsonObject.of(tree);
    }

    private static Json text(String value) {
        return JsonScalar.string(value);
    }

    private static Json array(List<? extends Json> items) {
        return new JsonArray(List.copyOf(items), 0);
    }
}
