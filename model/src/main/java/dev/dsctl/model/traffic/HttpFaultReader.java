package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Durations;
import dev.dsctl.model.manifest.Fields;
import java.util.Optional;

/** Reads the faults that a VirtualService asks for. */
final class HttpFaultReader {

    private HttpFaultReader() {}

    static HttpFault fault(Fields fields) {
        return new HttpFault(
                HttpRouteReader.optional(fields, "delay", HttpFaultReader::delay),
                HttpRouteReader.optional(fields, "abort", HttpFaultReader::abort));
    }

    private static HttpFault.Delay delay(Fields fields) {
        return new HttpFault.Delay(
                HttpRouteReader.percentage(fields, "percentage"),
                fields.integer("percent", 0, 0, 100),
                Durations.of(fields, "fixedDelay"));
    }

    private static HttpFault.Abort abort(Fields fields) {
        Optional<HttpFault.Status> status = Optional.empty();
        if (fields.has("httpStatus")) {
            status = Optional.of(new HttpFault.HttpStatus(fields.integer("httpStatus", 0, 0, Integer.MAX_VALUE)));
        } else if (fields.has("grpcStatus")) {
            status = Optional.of(new HttpFault.GrpcStatus(fields.string("grpcStatus")));
        }
        return new HttpFault.Abort(HttpRouteReader.percentage(fields, "percentage"), status);
    }
}
