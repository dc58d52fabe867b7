package dev.dsctl.model.traffic;

import java.time.Duration;
import java.util.Optional;

/**
 * Errors made on purpose ({@code HTTPFaultInjection}).
 *
 * @param delay requests that wait
 * @param abort requests that fail
 */
public record HttpFault(Optional<Delay> delay, Optional<Abort> abort) {

    /**
     * Requests that wait.
     *
     * @param percentage percent of requests
     * @param percent the same as a whole number, deprecated, for when {@code percentage} isn't given
     * @param fixed how long, empty for kinds of delay that Envoy doesn't know
     */
    public record Delay(Optional<Double> percentage, int percent, Optional<Duration> fixed) {}

    /**
     * Requests that fail.
     *
     * @param percentage percent of requests, none when not given
     * @param error what the client gets, empty for kinds of errors that Envoy doesn't know
     */
    public record Abort(Optional<Double> percentage, Optional<Status> error) {}

    /** What a client gets. */
    public sealed interface Status {}

    /** An HTTP status. */
    public record HttpStatus(int code) implements Status {}

    /** A gRPC status by name, for instance {@code UNAVAILABLE}. */
    public record GrpcStatus(String name) implements Status {}
}
