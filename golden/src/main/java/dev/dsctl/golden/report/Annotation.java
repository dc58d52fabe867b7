package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One remark about the repository that was checked, at a place in it.
 *
 * @param rule what kind of difference it is
 * @param title a few words
 * @param message what changed, one line a change
 * @param at the manifest the resource comes from, or else the golden file that says otherwise
 * @param subject what it is about, the same from run to run
 */
record Annotation(Rule rule, String title, String message, Optional<SourceRef> at, String subject) {

    /** The kinds of difference. */
    enum Rule {
        PROXY("proxy", "A proxy is on one side only."),
        ADDED("resource-added", "A resource is only on the second side."),
        REMOVED("resource-removed", "A resource is only on the first side."),
        CHANGED("resource-changed", "A resource isn't the same on both sides.");

        private final String id;
        private final String text;

        Rule(String id, String text) {
            this.id = id;
            this.text = text;
        }

        String id() {
            return id;
        }

        String text() {
            return text;
        }
    }

    /** An annotation for each entry of a report. */
    static List<Annotation> of(Findings findings) {
        List<Annotation> annotations = new ArrayList<>();
        for (SnapshotDiff.ProxyChange proxy : findings.diff().proxies()) {
            String title = "proxy " + proxy.proxy() + " " + proxy.change().key();
            annotations.add(new Annotation(Rule.PROXY, title, title, findings.fallback(), title));
        }
        for (Entry entry : findings.entries()) {
            annotations.add(of(entry, findings));
        }
        return annotations;
    }

    private static Annotation of(Entry entry, Findings findings) {
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
        return new Annotation(rule(entry), title, message.toString(), at.or(findings::fallback), subject(entry));
    }

    private static Rule rule(Entry entry) {
        return switch (entry.change()) {
            case ADDED -> Rule.ADDED;
            case REMOVED -> Rule.REMOVED;
            case CHANGED, REORDERED -> Rule.CHANGED;
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
