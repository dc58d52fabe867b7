package dev.dsctl.golden.report;

import java.util.List;

/**
 * Changes of neighbours, in unified form.
 *
 * @param title where
 * @param lines what is there: removed, added and around
 */
record Hunk(String title, List<Line> lines) {

    /**
     * A line.
     *
     * @param sign {@code -} only before, {@code +} only after, a blank on both sides
     * @param text the line without its sign
     */
    record Line(char sign, String text) {}

    Hunk {
        lines = List.copyOf(lines);
    }
}
