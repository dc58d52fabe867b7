package dev.dsctl.render.security;

import com.google.protobuf.Duration;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.SecurityChoices.ExtAuthzAuthority;
import dev.dsctl.model.profile.SecurityChoices.ExtAuthzHeaders;
import dev.dsctl.model.provider.ExtAuthzProvider;
import dev.dsctl.render.Names;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.AuthorizationRequest;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.BufferSettings;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz.Builder;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.HttpService;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.type.matcher.v3.ListStringMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.v3.HttpStatus;
import io.envoyproxy.envoy.type.v3.StatusCode;
import java.util.List;
import java.util.Optional;

/**
 * The filters that ask an external authorizer where RBAC shadow rules matched. Source: pilot/pkg/security/authz/builder/extauthz.go.
 *
 * @param provider the authorizer
 * @param service the service it is
 * @param profile the release
 */
record ExtAuthz(ExtAuthzProvider provider, Service service, IstioProfile profile) {

    static final String SHADOW_PREFIX = "istio_ext_authz_";
    private static final String HTTP_NAME = "envoy.filters.http.ext_authz";
    private static final String TCP_NAME = "envoy.filters.network.ext_authz";

    /** The authorizer of a name; none when it isn't one that Istio takes. */
    static Optional<ExtAuthz> named(String name, Mesh mesh) {
        List<ExtAuthzProvider> found = mesh.config().providers().stream()
                .filter(provider -> provider.name().equals(name))
                .filter(ExtAuthzProvider.class::isInstance)
                .map(ExtAuthzProvider.class::cast)
                .toList();
        if (found.size() != 1 || !found.get(0).isValid() || !knownStatus(found.get(0))) {
            return Optional.empty();
        }
        return mesh.serviceNamed(found.get(0).service())
                .map(service -> new ExtAuthz(found.get(0), service, mesh.profile()));
    }

    private static boolean knownStatus(ExtAuthzProvider provider) {
        return provider.statusOnError().isEmpty() || status(provider.statusOnError()) != null;
    }

    private static StatusCode status(String text) {
        boolean number = text.length() <= 4 && text.chars().allMatch(Character::isDigit);
        return number ? StatusCode.forNumber(Integer.parseInt(text)) : null;
    }

    /** The filter for HTTP chains, asked where a policy whose name begins with {@code policyPrefix} matched. */
    HttpFilter http(String policyPrefix) {
        Builder filter = io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz.newBuilder()
                .setFailureModeAllow(provider.failOpen())
                .setTransportApiVersion(ApiVersion.V3)
                .setFilterEnabledMetadata(matched(RbacFilters.HTTP_NAME, policyPrefix));
        if (!provider.statusOnError().isEmpty()) {
            filter.setStatusOnError(HttpStatus.newBuilder().setCode(status(provider.statusOnError())));
        }
        provider.body()
                .ifPresent(body -> filter.setWithRequestBody(BufferSettings.newBuilder()
                        .setMaxRequestBytes(body.maxBytes())
                        .setAllowPartialMessage(body.allowPartial())
                        .setPackAsBytes(body.asBytes())));
        provider.http()
                .ifPresentOrElse(settings -> overHttp(filter, settings), () -> filter.setGrpcService(grpcService()));
        return RbacFilters.httpFilter(HTTP_NAME, filter.build());
    }

    /** The filter for TCP chains; none for an authorizer over HTTP. */
    Optional<Filter> tcp(String policyPrefix) {
        if (provider.http().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(RbacFilters.tcpFilter(
                TCP_NAME,
                io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz.newBuilder()
                        .setStatPrefix("tcp.")
                        .setFailureModeAllow(provider.failOpen())
                        .setTransportApiVersion(ApiVersion.V3)
                        .setGrpcService(grpcService())
                        .setFilterEnabledMetadata(matched(RbacFilters.TCP_NAME, policyPrefix))
                        .build()));
    }

    private static MetadataMatcher matched(String filter, String policyPrefix) {
        return MetadataMatchers.of(
                filter,
                List.of(SHADOW_PREFIX + "shadow_effective_policy_id"),
                MetadataMatchers.string(StringMatchers.prefix(policyPrefix)));
    }

    private void overHttp(Builder filter, ExtAuthzProvider.Http settings) {
        HttpService.Builder http = HttpService.newBuilder()
                .setPathPrefix(settings.pathPrefix())
                .setServerUri(HttpUri.newBuilder()
                        .setUri("http://" + service.hostname())
                        .setCluster(cluster())
                        .setTimeout(timeout()));
        AuthorizationRequest.Builder request = AuthorizationRequest.newBuilder();
        settings.addedHeaders()
                .forEach((key, value) -> request.addHeadersToAdd(
                        HeaderValue.newBuilder().setKey(key).setValue(value)));
        if (!settings.requestHeaders().isEmpty()) {
            allowHeaders(filter, request, headers(settings.requestHeaders()));
        }
        AuthorizationRequest built = request.build();
        if (!built.equals(AuthorizationRequest.getDefaultInstance())) {
            http.setAuthorizationRequest(built);
        }
        response(settings).ifPresent(http::setAuthorizationResponse);
        filter.setHttpService(http);
    }

    @SuppressWarnings("deprecation")
    private void allowHeaders(Builder filter, AuthorizationRequest.Builder request, ListStringMatcher headers) {
        switch (profile.choice(ExtAuthzHeaders.class)) {
            case IN_HTTP_SERVICE -> request.setAllowedHeaders(headers);
            case IN_FILTER -> filter.setAllowedHeaders(headers);
        }
    }

    private static Optional<AuthorizationResponse> response(ExtAuthzProvider.Http settings) {
        AuthorizationResponse.Builder response = AuthorizationResponse.newBuilder();
        if (!settings.upstreamOnAllow().isEmpty()) {
            response.setAllowedUpstreamHeaders(headers(settings.upstreamOnAllow()));
        }
        if (!settings.downstreamOnDeny().isEmpty()) {
            response.setAllowedClientHeaders(headers(settings.downstreamOnDeny()));
        }
        if (!settings.downstreamOnAllow().isEmpty()) {
            response.setAllowedClientHeadersOnSuccess(headers(settings.downstreamOnAllow()));
        }
        AuthorizationResponse built = response.build();
        return built.equals(AuthorizationResponse.getDefaultInstance()) ? Optional.empty() : Optional.of(built);
    }

    private static ListStringMatcher headers(List<String> names) {
        ListStringMatcher.Builder matchers = ListStringMatcher.newBuilder();
        names.forEach(
                name -> matchers.addPatterns(StringMatchers.of(name).toBuilder().setIgnoreCase(true)));
        return matchers.build();
    }

    private GrpcService grpcService() {
        return GrpcService.newBuilder()
                .setEnvoyGrpc(GrpcService.EnvoyGrpc.newBuilder()
                        .setClusterName(cluster())
                        .setAuthority(authority()))
                .setTimeout(timeout())
                .build();
    }

    private String authority() {
        return switch (profile.choice(ExtAuthzAuthority.class)) {
            case CLUSTER -> cluster().replace("|", "_.");
            case HOSTNAME -> service.hostname();
        };
    }

    private String cluster() {
        return Names.outbound(provider.port(), "", service.hostname());
    }

    private Duration timeout() {
        return Duration.newBuilder()
                .setSeconds(provider.timeout().getSeconds())
                .setNanos(provider.timeout().getNano())
                .build();
    }
}
