package dev.dsctl.model.provider;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Node;
import java.util.List;
import java.util.Optional;

/**
 * Somewhere calls are logged. Source: {@code EnvoyFileAccessLogProvider}, {@code EnvoyHttpGrpcV3LogProvider}, {@code
 * EnvoyTcpGrpcV3LogProvider} and {@code EnvoyOpenTelemetryLogProvider}, istio/api mesh/v1alpha1/config.proto.
 *
 * @param name the name policies use
 * @param kind what it is
 * @param path of a file; empty for standard output
 * @param service {@code [namespace/]hostname} of a service
 * @param port its service port
 * @param logName name of the log, empty for the usual one
 * @param format how lines look
 * @param omitEmptyValues whether what is unknown is left out of lines
 * @param logged what else a service gets
 */
public record LogProvider(
        String name,
        Kind kind,
        String path,
        String service,
        int port,
        String logName,
        Format format,
        boolean omitEmptyValues,
        Logged logged)
        implements ExtensionProvider {

    /** Istio's own: lines on standard output. */
    static final LogProvider ENVOY = of("envoy", Kind.FILE, Fields.empty());

    /** What logs are written to. */
    public enum Kind {
        FILE,
        HTTP_SERVICE,
        TCP_SERVICE,
        OPEN_TELEMETRY
    }

    /**
     * How lines look; both empty for Istio's own format.
     *
     * @param text a format with commands
     * @param labels a mapping of names to formats
     */
    public record Format(Optional<String> text, Optional<Node.Mapping> labels) {

        /** Whether nothing is said about it. */
        public boolean isUnset() {
            return text.isEmpty() && labels.isEmpty();
        }
    }

    /**
     * What a service gets besides.
     *
     * @param filterState filter state objects, none for the usual ones
     * @param requestHeaders headers of requests
     * @param responseHeaders headers of responses
     * @param responseTrailers trailers of responses
     */
    public record Logged(
            List<String> filterState,
            List<String> requestHeaders,
            List<String> responseHeaders,
            List<String> responseTrailers) {}

    static LogProvider of(String name, Kind kind, Fields settings) {
        Fields format = settings.fields("logFormat");
        Optional<Node.Mapping> labels =
                format.node("labels").filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
        return new LogProvider(
                name,
                kind,
                settings.string("path", "/dev/stdout"),
                settings.string("service"),
                settings.integer("port", 0, 0, Integer.MAX_VALUE),
                settings.string("logName"),
                new Format(format.optionalString("text"), labels),
                settings.bool("omitEmptyValues", false),
                new Logged(
                        settings.strings("filterStateObjectsToLog"),
                        settings.strings("additionalRequestHeadersToLog"),
                        settings.strings("additionalResponseHeadersToLog"),
                        settings.strings("additionalResponseTrailersToLog")));
    }
}
