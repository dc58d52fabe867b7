package dev.dsctl.cli.design;

import dev.dsctl.render.ResourceKind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * A comparison as an SVG picture. The bars of a group are as long as their share of the longest one: what a design saves is to be seen
 * for small and for large ones.
 */
final class DesignChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 150;
    private static final int LONGEST = 460;
    private static final int BAR = 14;
    private static final int GAP = 12;
    private static final int HEAD = 34;
    private static final List<String> COLOURS = List.of("#9aa5b1", "#d9822b", "#2b6cb0");

    /** Bars that belong together. */
    private record Group(String label, Row row, ToLongFunction<Footprint> value) {}

    /** Groups under a title. */
    private record Panel(String title, List<Group> groups) {}

    private final StringBuilder body = new StringBuilder();
    private int y = 64;

    private DesignChart() {}

    static void print(DesignComparison comparison, PrintWriter out) {
        DesignChart chart = new DesignChart();
        panels(comparison).forEach(chart::add);
        String subject = comparison.measure() == DesignComparison.Measure.SERVICES
                ? "one sidecar, by number of services"
                : comparison.rows().size() == 1
                        ? comparison.rows().get(0).subject()
                        : comparison.rows().size() + " sidecars";
        out.print(chart.picture("Istio " + comparison.release() + ": " + subject));
    }

    private static List<Panel> panels(DesignComparison comparison) {
        List<Panel> panels = new ArrayList<>();
        if (comparison.measure() == DesignComparison.Measure.SERVICES) {
            panels.add(ofRows(
                    "Listeners", comparison, f -> f.of(ResourceKind.LISTENERS).count()));
            panels.add(ofRows(
                    "Clusters", comparison, f -> f.of(ResourceKind.CLUSTERS).count()));
            panels.add(
                    ofRows("Bytes of configuration", comparison, f -> f.total().bytes()));
        } else {
            panels.add(ofKinds("Resources", comparison.total(), Footprint.Size::count));
            panels.add(ofKinds("Bytes of configuration", comparison.total(), Footprint.Size::bytes));
        }
        if (comparison.hasMemory()) {
            panels.add(
                    comparison.measure() == DesignComparison.Measure.SERVICES
                            ? ofRows("Bytes that Envoy allocates", comparison, DesignChart::memory)
                            : new Panel(
                                    "Bytes that Envoy allocates",
                                    List.of(new Group("", comparison.total(), DesignChart::memory))));
        }
        return panels;
    }

    private static Panel ofRows(String title, DesignComparison comparison, ToLongFunction<Footprint> value) {
        return new Panel(
                title,
                comparison.rows().stream()
                        .map(row -> new Group(row.subject() + " services", row, value))
                        .toList());
    }

    private static Panel ofKinds(String title, Row row, ToLongFunction<Footprint.Size> value) {
        List<Group> groups = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.values()) {
            groups.add(new Group(kind.key(), row, footprint -> value.applyAsLong(footprint.of(kind))));
        }
        return new Panel(title, groups);
    }

    private static long memory(Footprint footprint) {
        return footprint.memory().orElse(0L);
    }

    private void add(Panel panel) {
        y += HEAD;
        text(20, y - 10, "start", "font-weight=\"bold\"", panel.title());
        panel.groups().forEach(this::add);
    }

    private void add(Group group) {
        long longest = group.row().footprints().values().stream()
                .mapToLong(group.value())
                .max()
                .orElse(0);
        int middle = y + (BAR * Design.values().length) / 2 + 4;
        text(LEFT - 10, middle, "end", "", group.label());
        for (Design design : Design.values()) {
            Footprint footprint = group.row().footprints().getOrDefault(design, Footprint.NONE);
            long value = group.value().applyAsLong(footprint);
            long width = longest == 0 ? 0 : value * LONGEST / longest;
            body.append(String.format(
                    Locale.ROOT,
                    "  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
                    LEFT,
                    y,
                    width,
                    BAR - 2,
                    COLOURS.get(design.ordinal())));
            text(LEFT + (int) width + 6, y + BAR - 4, "start", "font-size=\"11\"", DesignTable.grouped(value));
            y += BAR;
        }
        y += GAP;
    }

    private void text(int x, int at, String anchor, String style, String text) {
        body.append("  <text x=\"").append(x).append("\" y=\"").append(at);
        body.append("\" text-anchor=\"").append(anchor).append('"');
        body.append(style.isEmpty() ? "" : " " + style).append('>');
        body.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</text>\n");
    }

    private String picture(String title) {
        String bars = body.toString();
        body.setLength(0);
        text(20, 28, "start", "font-size=\"16\" font-weight=\"bold\"", title);
        for (Design design : Design.values()) {
            int x = 20 + 150 * design.ordinal();
            body.append(String.format(
                    Locale.ROOT,
                    "  <rect x=\"%d\" y=\"42\" width=\"12\" height=\"12\" fill=\"%s\"/>\n",
                    x,
                    COLOURS.get(design.ordinal())));
            text(x + 18, 53, "start", "", design.toString());
        }
        int height = y + 10;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\" font-family=\"sans-serif\" font-size=\"13\">\n"
                + "  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + body + bars + "</svg>\n";
    }
}
