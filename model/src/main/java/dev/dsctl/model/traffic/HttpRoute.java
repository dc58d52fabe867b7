package dev.dsctl.model.traffic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens to some requests ({@code HTTPRoute}).
 *
 * @param name part of the Envoy route's name, may be empty
 * @param matches which requests, any of them; none for all requests
 * @param destinations where they go, by weight
 * @param redirect sends the client elsewhere instead
 * @param directResponse answers instead
 * @param delegate the VirtualService that has the routes instead
 * @param rewrite what is changed in the request's address
 * @param timeout how long an answer may take, zero for ever
 * @param retries when a request is sent again
 * @param fault errors made on purpose
 * @param mirroring where copies go
 * @param cors which other sites may use the answer
 * @param headers what is changed in headers
 */
public record HttpRoute(
        String name,
        List<HttpMatch> matches,
        List<HttpDestination> destinations,
        Optional<Redirect> redirect,
        Optional<DirectResponse> directResponse,
        Optional<Delegate> delegate,
        Optional<Rewrite> rewrite,
        Optional<Duration> timeout,
        Optional<HttpRetry> retries,
        Optional<HttpFault> fault,
        Mirroring mirroring,
        Optional<CorsPolicy> cors,
        Optional<HeaderChanges> headers) {

    public HttpRoute {
        matches = List.copyOf(matches);
        destinations = List.copyOf(destinations);
    }

    /**
     * A VirtualService that has routes for another one.
     *
     * @param name its name
     * @param namespace its namespace
     */
    public record Delegate(String name, String namespace) {}
}
