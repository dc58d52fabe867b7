package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.manifest.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the HTTP routes of a VirtualService. */
final class HttpRouteReader {

    private static final int ANY_CODE = 1000;

    private final VirtualServiceReader owner;

    HttpRouteReader(VirtualServiceReader owner) {
        this.owner = owner;
    }

    HttpRoute route(Fields fields) {
        return new HttpRoute(
                fields.string("name"),
                fields.list("match").stream().map(HttpMatchReader::match).toList(),
                fields.list("route").stream().map(this::destination).toList(),
                optional(fields, "redirect", HttpRouteReader::redirect),
                optional(fields, "directResponse", HttpRouteReader::directResponse),
                optional(fields, "delegate", d -> new HttpRoute.Delegate(d.string("name"), d.string("namespace"))),
                optional(fields, "rewrite", HttpRouteReader::rewrite),
                Durations.of(fields, "timeout"),
                optional(fields, "retries", HttpRetry::of),
                optional(fields, "fault", HttpFaultReader::fault),
                mirroring(fields),
                optional(fields, "corsPolicy", HttpRouteReader::cors),
                optional(fields, "headers", HttpRouteReader::headers));
    }

    private HttpDestination destination(Fields fields) {
        return new HttpDestination(
                owner.destination(fields.fields("destination")),
                VirtualServiceReader.weight(fields),
                optional(fields, "headers", HttpRouteReader::headers));
    }

    static <T> Optional<T> optional(Fields fields, String key, Function<Fields, T> reader) {
        return fields.has(key) ? Optional.of(reader.apply(fields.fields(key))) : Optional.empty();
    }

    static Optional<Double> percentage(Fields fields, String key) {
        return optional(fields, key, percent -> percent.number("value", 0));
    }

    private static Redirect redirect(Fields fields) {
        Redirect.Port port = new Redirect.Unchanged();
        if (fields.has("port")) {
            port = new Redirect.Fixed(fields.integer("port", 0, 0, VirtualServiceReader.HIGHEST_PORT));
        } else if (fields.has("derivePort")) {
            port = fields.string("derivePort").equals("FROM_REQUEST_PORT")
                    ? new Redirect.OfRequest()
                    : new Redirect.OfScheme();
        }
        return new Redirect(
                fields.string("uri"),
                fields.string("authority"),
                port,
                fields.string("scheme"),
                fields.integer("redirectCode", 0, 0, ANY_CODE));
    }

    private static DirectResponse directResponse(Fields fields) {
        Fields body = fields.fields("body");
        DirectResponse.Body content = new DirectResponse.NoBody();
        if (body.has("string")) {
            content = new DirectResponse.Text(body.string("string"));
        } else if (body.has("bytes")) {
            content = new DirectResponse.Bytes(body.string("bytes"));
        }
        return new DirectResponse(fields.integer("status", 0, 0, ANY_CODE), content);
    }

    private static Rewrite rewrite(Fields fields) {
        return new Rewrite(
                fields.string("uri"),
                fields.string("authority"),
                optional(
                        fields,
                        "uriRegexRewrite",
                        regex -> new Rewrite.Regex(regex.string("match"), regex.string("rewrite"))));
    }

    private Mirroring mirroring(Fields fields) {
        String percent = fields.has("mirror_percent") ? "mirror_percent" : "mirrorPercent";
        return new Mirroring(
                optional(fields, "mirror", owner::destination),
                percentage(fields, "mirrorPercentage"),
                fields.has(percent) ? Optional.of(fields.integer(percent, 0, 0, Integer.MAX_VALUE)) : Optional.empty(),
                fields.list("mirrors").stream()
                        .map(mirror -> new Mirroring.Mirror(
                                optional(mirror, "destination", owner::destination), percentage(mirror, "percentage")))
                        .toList());
    }

    private static CorsPolicy cors(Fields fields) {
        List<StringMatch> origins = fields.has("allowOrigins")
                ? fields.list("allowOrigins").stream()
                        .map(HttpMatchReader::stringMatch)
                        .toList()
                : fields.strings("allowOrigin").stream()
                        .map(origin -> new StringMatch(StringMatch.Kind.EXACT, origin))
                        .toList();
        return new CorsPolicy(
                origins,
                fields.strings("allowMethods"),
                fields.strings("allowHeaders"),
                fields.strings("exposeHeaders"),
                Durations.of(fields, "maxAge"),
                fields.has("allowCredentials") ? Optional.of(fields.bool("allowCredentials", false)) : Optional.empty(),
                fields.string("unmatchedPreflights").equals("IGNORE"));
    }

    private static HeaderChanges headers(Fields fields) {
        return new HeaderChanges(operations(fields.fields("request")), operations(fields.fields("response")));
    }

    private static HeaderChanges.Operations operations(Fields fields) {
        return new HeaderChanges.Operations(fields.stringMap("set"), fields.stringMap("add"), fields.strings("remove"));
    }
}
