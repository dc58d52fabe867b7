package dev.dsctl.golden.report;

import dev.dsctl.golden.ci.JunitSuites;
import dev.dsctl.golden.ci.JunitSuites.Test;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.diff.SnapshotDiff.Compared;
import dev.dsctl.golden.diff.SnapshotDiff.ProxyChange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * JUnit's XML, as CI servers read it: a suite for each proxy, with a passed test for each kind of resource that is equal and a failed one
 * for each resource that isn't.
 *
 * @param at when it was checked
 */
public record JunitReport(Instant at) implements Report {

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        new JunitSuites(at, "difference").write(suites(findings), out);
    }

    private static SortedMap<String, List<Test>> suites(Findings findings) {
        SnapshotDiff diff = findings.diff();
        SortedMap<String, List<Test>> suites = new TreeMap<>();
        for (ProxyChange proxy : diff.proxies()) {
            String message = "proxy " + proxy.proxy() + " " + proxy.change().key();
            tests(suites, proxy.proxy()).add(new Test(proxy.proxy(), "proxy", message, message));
        }
        for (Compared compared : diff.compared()) {
            List<Test> tests = tests(suites, compared.proxy());
            String group = compared.proxy() + "." + compared.kind().key();
            List<ResourceChange> changed = diff.resources().stream()
                    .filter(each -> each.proxy().equals(compared.proxy()) && each.kind() == compared.kind())
                    .toList();
            if (changed.isEmpty()) {
                tests.add(new Test(
                        group, Words.count(compared.resources(), compared.kind().noun()), "", ""));
            }
            changed.forEach(each -> tests.add(failure(group, each, findings)));
        }
        return suites;
    }

    private static List<Test> tests(Map<String, List<Test>> suites, String proxy) {
        return suites.computeIfAbsent(proxy, name -> new ArrayList<>());
    }

    private static Test failure(String group, ResourceChange change, Findings findings) {
        Entry entry = Grouping.alone(change);
        String name = change.kind().noun() + " " + change.name();
        String message = name + " " + change.change().key();
        StringBuilder text = new StringBuilder();
        String from = Sentences.from(findings.origins(entry));
        text.append(from.isEmpty() ? message : message + ", " + from).append('\n');
        change.fields().forEach(field -> text.append(Sentences.change(field)).append('\n'));
        return new Test(group, name, message, text.toString());
    }
}
