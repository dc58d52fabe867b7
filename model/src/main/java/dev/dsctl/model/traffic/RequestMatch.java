package dev.dsctl.model.traffic;

import java.util.Map;
import java.util.Optional;

/**
 * What a request looks like ({@code HTTPMatchRequest}).
 *
 * @param uri its path
 * @param scheme {@code http} or {@code https}
 * @param method for instance {@code GET}
 * @param authority its Host header
 * @param headers headers by name, in the order written
 * @param withoutHeaders headers it must not have, by name, in the order written
 * @param queryParams query parameters by name, in the order written
 * @param ignoreUriCase whether the path's case doesn't matter
 */
public record RequestMatch(
        Optional<StringMatch> uri,
        Optional<StringMatch> scheme,
        Optional<StringMatch> method,
        Optional<StringMatch> authority,
        Map<String, StringMatch> headers,
        Map<String, StringMatch> withoutHeaders,
        Map<String, StringMatch> queryParams,
        boolean ignoreUriCase) {}
