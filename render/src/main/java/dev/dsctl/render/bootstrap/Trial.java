package dev.dsctl.render.bootstrap;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import java.util.Optional;

/** An Envoy that looks at a bootstrap without running it. */
@FunctionalInterface
public interface Trial {

    /** Why it refuses the bootstrap, in its own words; empty when it takes it. */
    Optional<String> refusal(Bootstrap bootstrap);
}
