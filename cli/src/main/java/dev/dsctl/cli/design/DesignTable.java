package dev.dsctl.cli.design;

import dev.dsctl.cli.table.TextTable;
import dev.dsctl.render.ResourceKind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as a table: for each row of it a line a design, and lines for all rows together where that means something. */
final class DesignTable {

    private static final int PADDING = 2;

    private DesignTable() {}

    static void print(DesignComparison comparison, PrintWriter out) {
        boolean services = comparison.measure() == DesignComparison.Measure.SERVICES;
        List<String> header = new ArrayList<>(List.of(services ? "SERVICES" : "PROXY", "DESIGN"));
        for (ResourceKind kind : ResourceKind.values()) {
            header.add(kind.name());
            header.add("BYTES");
        }
        header.add("ALL");
        header.add("BYTES");
        if (comparison.hasMemory()) {
            header.add("ENVOY MEMORY");
        }
        TextTable table = new TextTable(PADDING, header.toArray(String[]::new));
        comparison.rows().forEach(row -> addRow(table, row, header.size()));
        if (!services && comparison.rows().size() > 1) {
            addRow(table, comparison.total(), header.size());
        }
        table.print(out);
    }

    private static void addRow(TextTable table, Row row, int width) {
        row.footprints().forEach((design, footprint) -> {
            List<String> cells = new ArrayList<>(List.of(row.subject(), design.toString()));
            for (ResourceKind kind : ResourceKind.values()) {
                add(cells, footprint.of(kind));
            }
            add(cells, footprint.total());
            if (cells.size() < width) {
                cells.add(footprint.memory().map(DesignTable::grouped).orElse("-"));
            }
            table.row(cells.toArray(String[]::new));
        });
    }

    private static void add(List<String> cells, Footprint.Size size) {
        cells.add(grouped(size.count()));
        cells.add(grouped(size.bytes()));
    }

    /** {@code 1,234,567}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
