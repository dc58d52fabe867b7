package dev.dsctl.cli.table;

import dev.dsctl.model.install.Setting;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What Istio and the cluster are set to, and who says so. */
public final class SettingsTable {

    /** Longer values push what stands behind them to the right, in their own row only. */
    private static final int WIDEST = 40;

    private SettingsTable() {}

    /** Prints a row for each setting. */
    public static void print(List<Setting> settings, PrintWriter out) {
        List<Setting> rows = new ArrayList<>(List.of(new Setting("SETTING", "VALUE", "FROM")));
        settings.forEach(setting -> rows.add(new Setting(setting.name(), line(setting.value()), setting.from())));
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int values = rows.stream()
                .mapToInt(row -> row.value().length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        for (Setting row : rows) {
            out.println(padded(row.name(), names) + padded(row.value(), values) + row.from());
        }
        out.flush();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 1);
    }

    private static String line(String value) {
        return value.isEmpty() ? "\"\"" : value.replace("\n", "\\n");
    }
}
