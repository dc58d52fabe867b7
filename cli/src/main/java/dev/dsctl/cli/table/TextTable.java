package dev.dsctl.cli.table;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A table without borders, as Go's tabwriter aligns it: every column as wide as its longest cell and the padding, the last
 * one ragged.
 */
public final class TextTable {

    private final int padding;
    private final List<String[]> rows = new ArrayList<>();

    /** A table with so many blanks between its columns. */
    public TextTable(int padding, String... header) {
        this.padding = padding;
        rows.add(header);
    }

    /** Adds a row with as many cells as the header. */
    public void row(String... cells) {
        rows.add(cells);
    }

    /** Prints it. */
    public void print(PrintWriter out) {
        int last = rows.get(0).length - 1;
        int[] widths = new int[last];
        for (String[] row : rows) {
            for (int i = 0; i < last; i++) {
                widths[i] = Math.max(widths[i], length(row[i]) + padding);
            }
        }
        StringBuilder line = new StringBuilder();
        for (String[] row : rows) {
            line.setLength(0);
            for (int i = 0; i < last; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - length(row[i])));
            }
            out.append(line.append(row[last]).append('\n'));
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
