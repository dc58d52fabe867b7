package dev.dsctl.golden.ci;

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

/** SARIF 2.1.0, as code scanning services read it. */
public final class SarifLog {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifLog() {}

    /**
     * One run of dsctl.
     *
     * @param version dsctl's version
     * @param rules the kinds of remark there can be
     * @param remarks what was found
     * @param notes what is said about the run itself
     */
    public record Run(String version, List<Rule> rules, List<Remark> remarks, List<String> notes) {}

    /** Writes a log with one run. */
    public static void write(Run run, Appendable out) throws IOException {
        Json driver = object(
                "name", text("dsctl"),
                "version", text(run.version()),
                "rules", array(run.rules().stream().map(SarifLog::rule).toList()));
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("tool", object("driver", driver));
        if (!run.notes().isEmpty()) {
            tree.put("invocations", array(List.of(invocation(run.notes()))));
        }
        tree.put("columnKind", text("unicodeCodePoints"));
        tree.put(
                "results",
                array(run.remarks().stream()
                        .map(remark -> result(remark, run.rules()))
                        .toList()));
        Json log =
                object("$schema", text(SCHEMA), "version", text("2.1.0"), "runs", array(List.of(JsonObject.of(tree))));
        out.append(JsonText.pretty(log));
    }

    private static Json invocation(List<String> notes) {
        List<Json> notifications = notes.stream()
                .<Json>map(note -> object("level", text("note"), "message", object("text", text(note))))
                .toList();
        return object("executionSuccessful", JsonScalar.bool(true), "toolExecutionNotifications", array(notifications));
    }

    private static Json rule(Rule rule) {
        Map<String, Json> tree = new LinkedHashMap<>();
        tree.put("id", text(rule.id()));
        tree.put("shortDescription", object("text", text(rule.text())));
        if (!rule.help().isEmpty()) {
            tree.put("help", object("text", text(rule.help()), "markdown", text(rule.help())));
        }
        tree.put("defaultConfiguration", object("level", text(rule.level().toString())));
        return JsonObject.of(tree);
    }

    private static Json result(Remark remark, List<Rule> rules) {
        Map<String, Json> result = new LinkedHashMap<>();
        result.put("ruleId", text(remark.rule().id()));
        result.put("ruleIndex", JsonScalar.number(rules.indexOf(remark.rule())));
        result.put("level", text(remark.level().toString()));
        result.put("message", object("text", text(remark.message())));
        remark.at().ifPresent(at -> result.put("locations", array(List.of(location(at)))));
        // Lets a service recognise a result of the run before, whatever line it has moved to.
        result.put("partialFingerprints", object("dsctlSubject/v1", text(remark.subject())));
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

    private static Json array(List<? extends Json> items) {
        return new JsonArray(List.copyOf(items), 0);
    }

    private static JsonObject object(Object... keysAndValues) {
        Map<String, Json> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.put((String) keysAndValues[i], (Json) keysAndValues[i + 1]);
        }
        return JsonObject.of(entries);
    }
}
