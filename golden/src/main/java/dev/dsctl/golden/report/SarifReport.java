package dev.dsctl.golden.report;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.model.manifest.SourceRef;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, as code scanning services read it.
 *
 * @param version dsctl's version
 */
public record SarifReport(String version) implements Report {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        List<Json> results =
                Annotation.of(findings).stream().map(SarifReport::result).toList();
        Json driver = object(
                "name", text("dsctl"),
                "version", text(version),
                "rules",
                        new JsonArray(
                                Stream.of(Annotation.Rule.values())
                                        .map(SarifReport::rule)
                                        .toList(),
                                0));
        Json run = object(
                "tool", object("driver", driver),
                "columnKind", text("unicodeCodePoints"),
                "results", new JsonArray(results, 0));
        Json log = object("$schema", text(SCHEMA), "version", text("2.1.0"), "runs", new JsonArray(List.of(run), 0));
        out.append(JsonText.pretty(log));
    }

    private static Json rule(Annotation.Rule rule) {
        return object(
                "id", text(rule.id()),
                "shortDescription", object("text", text(rule.text())),
                "defaultConfiguration", object("level", text("error")));
    }

    private static Json result(Annotation annotation) {
        Map<String, Json> result = new LinkedHashMap<>();
        result.put("ruleId", text(annotation.rule().id()));
        result.put("ruleIndex", JsonScalar.number(annotation.rule().ordinal()));
        result.put("level", text("error"));
        result.put("message", object("text", text(annotation.message())));
        annotation.at().ifPresent(at -> result.put("locations", new JsonArray(List.of(location(at)), 0)));
        // Lets a service recognise a result of the run before, whatever line it has moved to.
        result.put("partialFingerprints", object("dsctlSubject/v1", text(annotation.subject())));
        return JsonObject.of(result);
    }

    private static Json location(SourceRef at) {
        Json artifact = object("uri", text(uri(at.file())));
        Json physical = at.line() > 0
                ? object("artifactLocation", artifact, "region", object("startLine", JsonScalar.number(at.line())))
                : object("artifactLocation", artifact);
        return object("physicalLocation", physical);
    }

    private static String uri(String file) {
        String path = file.replace('\\', '/');
        try {
            boolean absolute = path.startsWith("/");
            // A colon before the first slash would be read as the end of a scheme.
            String relative = path.indexOf(':') >= 0 && !absolute ? "./" + path : path;
            return new URI(absolute ? "file" : null, absolute ? "" : null, relative, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + file + "' can't be written as a URI", e);
        }
    }

    private static Json text(String value) {
        return JsonScalar.string(value);
    }

    private static JsonObject object(Object... keysAndValues) {
        Map<String, Json> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put((String) keysAndValues[i], (Json) keysAndValues[i + 1]);
        }
        return JsonObject.of(entries);
    }
}
