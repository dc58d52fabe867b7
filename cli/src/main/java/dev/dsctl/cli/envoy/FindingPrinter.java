package dev.dsctl.cli.envoy;

import dev.dsctl.cli.output.TextOut;
import dev.dsctl.golden.report.Origin;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The values of {@code -o} of what an Envoy refuses. */
public enum FindingPrinter {
    /** A line each, as compilers write them. */
    TEXT {
        @Override
        public void print(List<Finding> findings, PrintWriter out) {
            findings.forEach(out::println);
        }
    },
    /** An array with an object each. */
    JSON {
        @Override
        public void print(List<Finding> findings, PrintWriter out) throws IOException {
            JsonWriter json = new JsonWriter(TextOut.bytes(out), INDENT);
            json.beginArray();
            for (Finding finding : findings) {
                json.element();
                object(finding, json);
            }
            json.endArray();
            json.finish();
        }
    };

    private static final int INDENT = 2;

    /** Prints what was found. */
    public abstract void print(List<Finding> findings, PrintWriter out) throws IOException;

    private static void object(Finding finding, JsonWriter json) throws IOException {
        json.beginObject();
        text(json, "kind", finding.refusal().kind().map(ResourceKind::key).orElse("bootstrap"));
        text(json, "resource", finding.refusal().resource());
        json.name("path");
        texts(json, finding.refusal().path());
        text(json, "reason", finding.refusal().reason());
        json.name("origins");
        json.beginArray();
        for (Origin origin : finding.origins()) {
            json.element();
            json.beginObject();
            text(json, "object", origin.object());
            text(json, "file", origin.at().file());
            json.name("line");
            json.literal(origin.at().line());
            json.endObject();
        }
        json.endArray();
        json.name("proxies");
        texts(json, finding.proxies());
        json.endObject();
    }

    private static void text(JsonWriter json, String name, String value) {
        json.name(name);
        json.text(value);
    }

    private static void texts(JsonWriter json, List<String> values) throws IOException {
        json.beginArray();
        for (String value : values) {
            json.element();
            json.text(value);
        }
        json.endArray();
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
