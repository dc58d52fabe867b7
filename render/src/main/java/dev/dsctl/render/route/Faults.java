package dev.dsctl.render.route;

import dev.dsctl.model.traffic.HttpFault;
import io.envoyproxy.envoy.extensions.filters.common.fault.v3.FaultDelay;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.FaultAbort;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import java.util.List;
import java.util.Optional;

/** Errors made on purpose. Source: {@code TranslateFault}, pilot/pkg/networking/core/route/route.go. */
final class Faults {

    /** By their codes. */
    private static final List<String> GRPC_STATUSES = List.of(
            "OK",
            "CANCELLED",
            "UNKNOWN",
            "INVALID_ARGUMENT",
            "DEADLINE_EXCEEDED",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED",
            "RESOURCE_EXHAUSTED",
            "FAILED_PRECONDITION",
            "ABORTED",
            "OUT_OF_RANGE",
            "UNIMPLEMENTED",
            "INTERNAL",
            "UNAVAILABLE",
            "DATA_LOSS",
            "UNAUTHENTICATED");

    private Faults() {}

    static HTTPFault of(HttpFault fault) {
        HTTPFault.Builder http = HTTPFault.newBuilder();
        fault.delay().flatMap(Faults::delay).ifPresent(http::setDelay);
        fault.abort().flatMap(Faults::abort).ifPresent(http::setAbort);
        return http.build();
    }

    private static Optional<FaultDelay> delay(HttpFault.Delay delay) {
        return delay.fixed()
                .map(fixed -> FaultDelay.newBuilder()
                        .setFixedDelay(Protos.duration(fixed))
                        .setPercentage(
                                delay.percentage().map(Percents::of).orElseGet(() -> Percents.of(delay.percent())))
                        .build());
    }

    private static Optional<FaultAbort> abort(HttpFault.Abort abort) {
        return abort.error().map(error -> {
            FaultAbort.Builder fault = FaultAbort.newBuilder();
            abort.percentage().map(Percents::of).ifPresent(fault::setPercentage);
            if (error instanceof HttpFault.HttpStatus http) {
                fault.setHttpStatus(http.code());
            } else if (error instanceof HttpFault.GrpcStatus grpc) {
                fault.setGrpcStatus(Math.max(0, GRPC_STATUSES.indexOf(grpc.name())));
            }
            return fault.build();
        });
    }
}
