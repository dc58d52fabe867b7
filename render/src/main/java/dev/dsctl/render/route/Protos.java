package dev.dsctl.render.route;

import com.google.protobuf.Duration;

/** Protobuf's own messages. */
final class Protos {

    private Protos() {}

    static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
