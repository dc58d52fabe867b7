package dev.dsctl.render.security;

import dev.dsctl.model.profile.SecurityChoices.JwtPayload;
import dev.dsctl.model.profile.SecurityChoices.PeerIdentity;
import dev.dsctl.model.profile.SecurityChoices.SourceServiceAccounts;
import dev.dsctl.model.profile.SecurityChoices.SourceTrustDomains;
import dev.dsctl.model.security.AuthorizationPolicy.Condition;
import dev.dsctl.model.security.AuthorizationPolicy.Source;
import dev.dsctl.model.security.AuthorizationPolicy.Values;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.type.matcher.v3.FilterStateMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The side of a rule that says who asks. Source: {@code New}, pilot/pkg/security/authz/model/model.go, and generator.go.
 *
 * @param context what rendering depends on
 */
record Principals(RuleContext context) {

    private static final String SPIFFE = "spiffe://";
    private static final String HEADERS = "request.headers";
    private static final String CLAIMS = "request.auth.claims";
    private static final Values NONE = new Values(List.of(), List.of());

    /** A source's clauses, the last attribute named by Istio first. */
    List<Clause<Principal>> of(Source source) {
        return List.of(
                principals(source.principals()),
                requestPrincipals(source.requestPrincipals()),
                serviceAccounts(source.serviceAccounts()),
                trustDomains(source.trustDomains()),
                each(source.namespaces(), this::namespace),
                each(source.remoteIpBlocks(), Principals::remote),
                each(source.ipBlocks(), Principals::directRemote));
    }

    /** A condition's clause, when it is about who asks. */
    Optional<Clause<Principal>> of(Condition condition) {
        Values values = condition.values();
        return switch (condition.key()) {
            case "source.ip" -> Optional.of(each(values, Principals::directRemote));
            case "remote.ip" -> Optional.of(each(values, Principals::remote));
            case "source.namespace" -> Optional.of(each(values, this::namespace));
            case "source.principal" -> Optional.of(principals(values));
            case "source.serviceAccount" -> Optional.of(serviceAccounts(values));
            case "source.trustDomain" -> Optional.of(trustDomains(values));
            case "request.auth.principal" -> Optional.of(requestPrincipals(values));
            case "request.auth.audiences" -> Optional.of(claim(condition.key(), List.of("aud"), values));
            case "request.auth.presenter" -> Optional.of(claim(condition.key(), List.of("azp"), values));
            default -> named(condition);
        };
    }

    private Optional<Clause<Principal>> named(Condition condition) {
        String key = condition.key();
        if (key.startsWith(HEADERS)) {
            return Optional.of(each(condition.values(), value -> header(key.substring(HEADERS.length()), value)));
        }
        if (key.startsWith(CLAIMS)) {
            return Optional.of(claims(key.substring(CLAIMS.length()), condition.values()));
        }
        return Optional.empty();
    }

    private Clause<Principal> each(Values values, Function<String, Principal> one) {
        return Clause.ofEach(values, Logic.PRINCIPALS, context.onUnsupported(), one);
    }

    private Clause<Principal> all(Values values, Function<List<String>, Principal> all) {
        return Clause.ofAll(values, context.onUnsupported(), all);
    }

    private Clause<Principal> principals(Values values) {
        UnaryOperator<List<String>> expand = context.trustDomains()::expandPrincipals;
        return each(expanded(values, expand), value -> identity(StringMatchers.of(value, SPIFFE, context::quoted)));
    }

    private Clause<Principal> trustDomains(Values values) {
        return switch (context.profile().choice(SourceTrustDomains.class)) {
            case IGNORED -> each(NONE, value -> identity(StringMatchers.any()));
            case HONOURED -> each(expanded(values, context.trustDomains()::expandDomains), this::trustDomain);
        };
    }

    private static Values expanded(Values values, UnaryOperator<List<String>> expand) {
        return new Values(expand.apply(values.in()), expand.apply(values.notIn()));
    }

    private Principal trustDomain(String domain) {
        int star = domain.indexOf('*');
        if (domain.equals("*")) {
            return identity(StringMatchers.prefix(SPIFFE));
        }
        if (star < 0) {
            return identity(StringMatchers.prefix(SPIFFE + domain + "/"));
        }
        String pattern = StringMatchers.quote(domain.substring(0, star))
                + "[^/]*"
                + StringMatchers.quote(domain.substring(star + 1));
        return identity(StringMatchers.regex(SPIFFE + pattern + "/.*"));
    }

    private Clause<Principal> serviceAccounts(Values values) {
        return switch (context.profile().choice(SourceServiceAccounts.class)) {
            case IGNORED -> each(NONE, value -> identity(StringMatchers.any()));
            case AS_WRITTEN -> each(values, value -> serviceAccount(value, UnaryOperator.identity()));
            case QUOTED -> each(values, value -> serviceAccount(value, StringMatchers::quote));
        };
    }

    private Principal serviceAccount(String value, UnaryOperator<String> quoting) {
        int slash = value.indexOf('/');
        String namespace = slash < 0 ? context.namespace() : value.substring(0, slash);
        String account = value.substring(slash + 1);
        return identity(StringMatchers.regex(
                SPIFFE + ".+/ns/" + quoting.apply(namespace) + "/(.+/|)sa/" + quoting.apply(account) + "(/.+)?"));
    }

    private Principal namespace(String namespace) {
        List<String> literals = new ArrayList<>();
        for (String literal : namespace.split("\\*", -1)) {
            literals.add(context.quoted(literal));
        }
        return identity(StringMatchers.regex(".*/ns/" + String.join(".*", literals) + "/.*"));
    }

    private Principal identity(StringMatcher matcher) {
        return switch (context.profile().choice(PeerIdentity.class)) {
            case FILTER_STATE ->
                Principal.newBuilder()
                        .setFilterState(FilterStateMatcher.newBuilder()
                                .setKey("io.istio.peer_principal")
                                .setStringMatch(matcher))
                        .build();
            case AUTHENTICATED ->
                Principal.newBuilder()
                        .setAuthenticated(Principal.Authenticated.newBuilder().setPrincipalName(matcher))
                        .build();
        };
    }

    private static Principal directRemote(String range) {
        return Principal.newBuilder().setDirectRemoteIp(RuleRanges.of(range)).build();
    }

    private static Principal remote(String range) {
        return Principal.newBuilder().setRemoteIp(RuleRanges.of(range)).build();
    }

    private Principal header(String bracketed, String value) {
        context.needsHttp(HEADERS);
        return Principal.newBuilder()
                .setHeader(HeaderMatchers.of(Brackets.name(bracketed), value, context.profile()))
                .build();
    }

    private Clause<Principal> requestPrincipals(Values values) {
        return switch (context.profile().choice(JwtPayload.class)) {
            case AUTHN_FILTER -> each(values, value -> authnAttribute("request.auth.principal", value));
            case ENVOY_METADATA -> all(values, this::requestPrincipals);
        };
    }

    private Principal requestPrincipals(List<String> values) {
        context.needsHttp("requestPrincipals");
        List<Principal> some = values.stream().map(RequestPrincipal::of).toList();
        return some.size() == 1 ? some.get(0) : Logic.PRINCIPALS.or(some);
    }

    private Clause<Principal> claim(String attribute, List<String> claim, Values values) {
        return switch (context.profile().choice(JwtPayload.class)) {
            case AUTHN_FILTER -> each(values, value -> authnAttribute(attribute, value));
            case ENVOY_METADATA -> all(values, list -> jwtClaim(claim, list));
        };
    }

    private Clause<Principal> claims(String bracketed, Values values) {
        return switch (context.profile().choice(JwtPayload.class)) {
            case AUTHN_FILTER ->
                each(values, value -> {
                    context.needsHttp(CLAIMS);
                    return Principal.newBuilder()
                            .setMetadata(MetadataMatchers.authnClaim(Brackets.names(bracketed), value))
                            .build();
                });
            case ENVOY_METADATA -> all(values, list -> jwtClaim(Brackets.names(bracketed), list));
        };
    }

    private Principal jwtClaim(List<String> claim, List<String> values) {
        context.needsHttp("claims");
        return Principal.newBuilder()
                .setMetadata(MetadataMatchers.jwtClaim(claim, values))
                .build();
    }

    private Principal authnAttribute(String key, String value) {
        context.needsHttp(key);
        return Principal.newBuilder()
                .setMetadata(MetadataMatchers.authnAttribute(key, value))
                .build();
    }
}
