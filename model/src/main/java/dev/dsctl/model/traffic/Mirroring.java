package dev.dsctl.model.traffic;

import java.util.List;
import java.util.Optional;

/**
 * Where copies of requests go ({@code HTTPRoute.mirror}, {@code mirrors} and their percentages).
 *
 * @param mirror a destination whose percentage stands in one of the next two
 * @param percentage percent of requests, for {@code mirror}
 * @param percent the same as a whole number, deprecated
 * @param mirrors destinations with percentages of their own
 */
public record Mirroring(
        Optional<Destination> mirror, Optional<Double> percentage, Optional<Integer> percent, List<Mirror> mirrors) {

    /** No copies. */
    public static final Mirroring NONE = new Mirroring(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Mirroring {
        mirrors = List.copyOf(mirrors);
    }

    /**
     * A destination of copies ({@code HTTPMirrorPolicy}).
     *
     * @param destination where they go
     * @param percentage percent of requests, empty for all
     */
    public record Mirror(Optional<Destination> destination, Optional<Double> percentage) {}
}
