package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the matches of an HTTP route. */
final class HttpMatchReader {

    private HttpMatchReader() {}

    static HttpMatch match(Fields fields) {
        return new HttpMatch(
                fields.string("name"),
                new RequestMatch(
                        optional(fields, "uri"),
                        optional(fields, "scheme"),
                        optional(fields, "method"),
                        optional(fields, "authority"),
                        byName(fields.fields("headers")),
                        byName(fields.fields("withoutHeaders")),
                        byName(fields.fields("queryParams")),
                        fields.bool("ignoreUriCase", false)),
                new HttpMatch.Source(
                        fields.integer("port", 0, 0, VirtualServiceReader.HIGHEST_PORT),
                        fields.stringMap("sourceLabels"),
                        fields.string("sourceNamespace"),
                        fields.strings("gateways")),
                fields.string("statPrefix"));
    }

    private static Optional<StringMatch> optional(Fields fields, String key) {
        return HttpRouteReader.optional(fields, key, HttpMatchReader::stringMatch);
    }

    private static Map<String, StringMatch> byName(Fields fields) {
        Map<String, StringMatch> matches = new LinkedHashMap<>();
        for (String name : fields.keys()) {
            matches.put(name, stringMatch(fields.fields(name)));
        }
        return matches;
    }

    static StringMatch stringMatch(Fields fields) {
        if (fields.has("exact")) {
            return new StringMatch(StringMatch.Kind.EXACT, fields.string("exact"));
        }
        if (fields.has("prefix")) {
            return new StringMatch(StringMatch.Kind.PREFIX, fields.string("prefix"));
        }
        return fields.has("regex") ? new StringMatch(StringMatch.Kind.REGEX, fields.string("regex")) : StringMatch.ANY;
    }
}
