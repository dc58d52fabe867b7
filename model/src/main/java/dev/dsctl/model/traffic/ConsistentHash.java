package dev.dsctl.model.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The same host for the same key. Source: istio/api networking/v1alpha3/destination_rule.proto ({@code ConsistentHashLB}).
 *
 * @param key what is hashed
 * @param ring the hosts' order
 */
public record ConsistentHash(Optional<Key> key, Ring ring) {

    /** What is hashed. */
    public sealed interface Key {}

    /** A request header. */
    public record Header(String name) implements Key {}

    /** The address of the client. */
    public record SourceIp() implements Key {}

    /** A query parameter. */
    public record QueryParameter(String name) implements Key {}

    /**
     * A cookie, made if there is none and {@code ttl} is given.
     *
     * @param name its name
     * @param path its path, empty when not set
     * @param ttl how long it lives
     * @param attributes further attributes in the order written
     */
    public record Cookie(String name, String path, Optional<Duration> ttl, Map<String, String> attributes)
            implements Key {}

    /** The hosts' order. */
    public sealed interface Ring {}

    /** Ketama; {@code minimumSize} 0 when not set. */
    public record RingHash(long minimumSize) implements Ring {}

    /** Maglev; {@code tableSize} 0 when not set. */
    public record Maglev(long tableSize) implements Ring {}

    /** Not said; the deprecated {@code minimumRingSize}, 0 when not set. */
    public record DefaultRing(long minimumSize) implements Ring {}
}
