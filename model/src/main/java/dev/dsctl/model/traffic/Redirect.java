package dev.dsctl.model.traffic;

/**
 * Where a client is sent ({@code HTTPRedirect}).
 *
 * @param uri the path, empty to keep it
 * @param authority the host, empty to keep it
 * @param port the port
 * @param scheme the scheme, empty to keep it
 * @param code HTTP status, 0 for 301
 */
public record Redirect(String uri, String authority, Port port, String scheme, int code) {

    /** Which port a client is sent to. */
    public sealed interface Port {}

    /** Nothing is said about the port. */
    public record Unchanged() implements Port {}

    /** A port by number. */
    public record Fixed(int number) implements Port {}

    /** The usual port of the scheme ({@code FROM_PROTOCOL_DEFAULT}). */
    public record OfScheme() implements Port {}

    /** The port that the request was sent to ({@code FROM_REQUEST_PORT}). */
    public record OfRequest() implements Port {}
}
