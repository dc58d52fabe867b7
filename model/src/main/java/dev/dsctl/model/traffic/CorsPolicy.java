package dev.dsctl.model.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which other sites may use an answer ({@code CorsPolicy}).
 *
 * @param allowOrigins the sites; exact ones when written in the deprecated {@code allowOrigin}
 * @param allowMethods methods they may use
 * @param allowHeaders headers they may send
 * @param exposeHeaders headers they may read
 * @param maxAge how long the answer to a preflight request holds
 * @param allowCredentials whether they may send cookies
 * @param ignoresUnmatchedPreflights whether preflight requests of other sites end here ({@code unmatchedPreflights: IGNORE})
 */
public record CorsPolicy(
        List<StringMatch> allowOrigins,
        List<String> allowMethods,
        List<String> allowHeaders,
        List<String> exposeHeaders,
        Optional<Duration> maxAge,
        Optional<Boolean> allowCredentials,
        boolean ignoresUnmatchedPreflights) {}
