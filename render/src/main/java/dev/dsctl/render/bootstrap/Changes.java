package dev.dsctl.render.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** Counts what of a sidecar's configuration is different in a bootstrap. */
final class Changes {

    private final Map<Key, Integer> counts = new TreeMap<>();

    /** What happened to how many things of a kind; the order of constants is that of the report. */
    enum Kind {
        LEFT_OUT("left out: "),
        CHANGED("");

        private final String head;

        Kind(String head) {
            this.head = head;
        }
    }

    private record Key(Kind kind, String text) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : text.compareTo(other.text);
        }
    }

    /** Notes one thing. */
    void note(Kind kind, String text) {
        counts.merge(new Key(kind, text), 1, Integer::sum);
    }

    /** A sentence for each sort of thing, with how many there are. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Entry<Key, Integer> each : counts.entrySet()) {
            String times = each.getValue() > 1 ? " (" + each.getValue() + " times)" : "";
            sentences.add(each.getKey().kind().head + each.getKey().text() + times);
        }
        return sentences;
    }
}
