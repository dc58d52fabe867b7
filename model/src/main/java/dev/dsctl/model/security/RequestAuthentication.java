package dev.dsctl.model.security;

import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.WorkloadSelector;
import java.time.Duration;
import java.util.List;

/**
 * A RequestAuthentication (security.istio.io).
 *
 * @param meta its metadata
 * @param selector for which workloads
 * @param rules a rule for each issuer
 */
public record RequestAuthentication(ObjectMeta meta, WorkloadSelector selector, List<JwtRule> rules) {

    /**
     * How tokens of one issuer are found and checked.
     *
     * @param issuer {@code iss}
     * @param audiences accepted {@code aud}; none for the service name
     * @param jwksUri where the keys are, empty when inline
     * @param jwks the keys, empty when fetched
     * @param fromHeaders where the token may be
     * @param fromParams query parameters that may hold it
     * @param fromCookies cookies that may hold it
     * @param outputPayloadToHeader header that gets the payload, or empty
     * @param outputClaimToHeaders headers that get a claim
     * @param forwardOriginalToken whether the token stays in the request
     * @param timeout for fetching keys; null for the default
     * @param spaceDelimitedClaims further claims that hold several values separated by blanks
     */
    public record JwtRule(
            String issuer,
            List<String> audiences,
            String jwksUri,
            String jwks,
            List<Header> fromHeaders,
            List<String> fromParams,
            List<String> fromCookies,
            String outputPayloadToHeader,
            List<ClaimHeader> outputClaimToHeaders,
            boolean forwardOriginalToken,
            Duration timeout,
            List<String> spaceDelimitedClaims) {}

    /**
     * A header that may hold a token.
     *
     * @param name header name
     * @param prefix text before the token, may be empty
     */
    public record Header(String name, String prefix) {}

    /**
     * A header that gets a claim.
     *
     * @param header header name
     * @param claim claim name
     */
    public record ClaimHeader(String header, String claim) {}
}
