package dev.dsctl.golden.report;

import dev.dsctl.golden.ci.Level;
import dev.dsctl.golden.ci.Remark;
import dev.dsctl.golden.ci.Rule;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The differences as remarks about files. */
final class Remarks {

    private static final Rule PROXY = rule("proxy", "A proxy is on one side only.");
    private static final Rule ADDED = rule("resource-added", "A resource is only on the second side.");
    private static final Rule REMOVED = rule("resource-removed", "A resource is only on the first side.");
    private static final Rule CHANGED = rule("resource-changed", "A resource isn't the same on both sides.");

    /** The kinds of difference. */
    static final List<Rule> RULES = List.of(PROXY, ADDED, REMOVED, CHANGED);

    private Remarks() {}

    private static Rule rule(String id, String text) {
        return new Rule(id, text, Level.ERROR, "");
    }

    /** A remark for each entry of a report. */
    static List<Remark> of(Findings findings) {
        List<Remark> remarks = new ArrayList<>();
        for (SnapshotDiff.ProxyChange proxy : findings.diff().proxies()) {
            String title = "proxy " + proxy.proxy() + " " + proxy.change().key();
            remarks.add(new Remark(PROXY, Level.ERROR, title, title, findings.fallback(), title));
        }
        for (Entry entry : findings.entries()) {
            remarks.add(of(entry, findings));
        }
        return remarks;
    }

    private static Remark of(Entry entry, Findings findings) {
        List<Origin> origins = findings.origins(entry);
        StringBuilder message = new StringBuilder(Sentences.subject(entry))
                .append(' ')
                .append(entry.change().key());
        String from = Sentences.from(origins);
        message.append(from.isEmpty() ? "" : ", " + from);
        for (Entry.Alike alike : entry.alike()) {
            message.append('\n').append(Sentences.change(alike.example()));
        }
        Optional<SourceRef> at =
                origins.isEmpty() ? place(entry) : Optional.of(origins.get(0).at());
        String title = entry.resources().size() == 1
                ? entry.kind().noun() + " " + entry.first().name() + " "
                        + entry.change().key()
                : Words.count(entry.resources().size(), entry.kind().noun()) + " "
                        + entry.change().key();
        return new Remark(
                rule(entry), Level.ERROR, title, message.toString(), at.or(findings::fallback), subject(entry));
    }

    private static Rule rule(Entry entry) {
        return switch (entry.change()) {
            case ADDED -> ADDED;
            case REMOVED -> REMOVED;
            case CHANGED, REORDERED -> CHANGED;
        };
    }

    private static String subject(Entry entry) {
        StringBuilder text = new StringBuilder();
        text.append(entry.kind().key())
                .append('/')
                .append(entry.first().proxy())
                .append('/')
                .append(entry.first().name());
        for (Entry.Alike alike : entry.alike()) {
            text.append('/').append(alike.example().path());
        }
        return text.toString();
    }

    private static Optional<SourceRef> place(Entry entry) {
        ResourceChange.Places places = entry.first().places();
        Optional<FieldChange> field =
                entry.alike().stream().map(Entry.Alike::example).findFirst();
        if (places.before() != null) {
            return Optional.of(
                    at(places.before(), field.map(each -> each.lines().before())));
        }
        return Optional.ofNullable(places.after())
                .map(after -> at(after, field.map(each -> each.lines().after())));
    }

    private static SourceRef at(SourceRef resource, Optional<Integer> line) {
        return new SourceRef(resource.file(), line.filter(number -> number > 0).orElse(resource.line()));
    }
}
