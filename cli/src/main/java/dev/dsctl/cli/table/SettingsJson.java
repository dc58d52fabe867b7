package dev.dsctl.cli.table;

import dev.dsctl.cli.output.TextOut;
import dev.dsctl.model.install.Setting;
import dev.dsctl.render.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** {@link SettingsTable} for programs: an array with an object for each setting. */
public final class SettingsJson {

    private static final int INDENT = 2;

    private SettingsJson() {}

    /** Prints an object for each setting. */
    public static void print(List<Setting> settings, PrintWriter out) throws IOException {
        JsonWriter json = new JsonWriter(TextOut.bytes(out), INDENT);
        json.beginArray();
        for (Setting setting : settings) {
            json.element();
            json.beginObject();
            json.name("name");
            json.text(setting.name());
            json.name("value");
            json.text(setting.value());
            json.name("from");
            json.text(setting.from());
            json.endObject();
        }
        json.endArray();
        json.finish();
    }
}
