package dev.dsctl.cli.design;

import dev.dsctl.cli.output.TextOut;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/** A comparison as JSON: the release, the rows, and all rows of proxies together. */
final class DesignJson {

    private static final int INDENT = 2;

    private final JsonWriter json;

    private DesignJson(JsonWriter json) {
        this.json = json;
    }

    static void print(DesignComparison comparison, PrintWriter out) throws IOException {
        JsonWriter json = new JsonWriter(TextOut.bytes(out), INDENT);
        new DesignJson(json).write(comparison);
        json.finish();
    }

    private void write(DesignComparison comparison) throws IOException {
        json.beginObject();
        json.name("istioVersion");
        json.text(comparison.release());
        switch (comparison.measure()) {
            case PROXIES -> {
                json.name("all");
                designs(comparison.total());
                json.name("proxies");
                rows(comparison, "proxy");
            }
            case SERVICES -> {
                json.name("growth");
                rows(comparison, "services");
            }
        }
        json.endObject();
    }

    private void rows(DesignComparison comparison, String subject) throws IOException {
        json.beginArray();
        for (Row row : comparison.rows()) {
            json.element();
            json.beginObject();
            json.name(subject);
            if (comparison.measure() == DesignComparison.Measure.SERVICES) {
                json.literal(row.subject());
            } else {
                json.text(row.subject());
            }
            json.name("designs");
            designs(row);
            json.endObject();
        }
        json.endArray();
    }

    private void designs(Row row) throws IOException {
        json.beginObject();
        for (Map.Entry<Design, Footprint> each : row.footprints().entrySet()) {
            json.name(each.getKey().toString());
            json.beginObject();
            for (ResourceKind kind : ResourceKind.values()) {
                size(kind.key(), each.getValue().of(kind));
            }
            size("all", each.getValue().total());
            Optional<Long> memory = each.getValue().memory();
            if (memory.isPresent()) {
                json.name("envoyAllocatedBytes");
                json.literal(memory.get());
            }
            json.endObject();
        }
        json.endObject();
    }

    private void size(String name, Footprint.Size size) throws IOException {
        json.name(name);
        json.beginObject();
        json.name("count");
        json.literal(size.count());
        json.name("bytes");
        json.literal(size.bytes());
        json.endObject();
    }
}
