package dev.dsctl.lint.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes what checks find. The first finding about the same thing counts: several clients may see it. */
public final class Found {

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> unknown = new TreeMap<>();

    /** Adds a finding. */
    public void add(Finding finding) {
        findings.putIfAbsent(finding.key(), finding);
    }

    /** Notes that a check can't look at something, for want of what the input doesn't tell. */
    public void unknown(String code, String what) {
        unknown.computeIfAbsent(what, clause -> new TreeSet<>()).add(code);
    }

    /** All findings, by place. */
    public List<Finding> findings() {
        return findings.values().stream().sorted(Finding.ORDER).toList();
    }

    /** What the input doesn't tell. */
    public List<Unknown> unknown() {
        return unknown.entrySet().stream()
                .map(each -> new Unknown(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }
}
