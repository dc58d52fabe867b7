package dev.dsctl.model.traffic;

/**
 * An answer that no service gives ({@code HTTPDirectResponse}).
 *
 * @param status HTTP status
 * @param body what it says
 */
public record DirectResponse(int status, Body body) {

    /** What an answer says. */
    public sealed interface Body {}

    /** Nothing. */
    public record NoBody() implements Body {}

    /** A text. */
    public record Text(String text) implements Body {}

    /**
     * Bytes.
     *
     * @param base64 the bytes in base 64
     */
    public record Bytes(String base64) implements Body {}
}
