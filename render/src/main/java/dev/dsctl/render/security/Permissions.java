package dev.dsctl.render.security;

import dev.dsctl.model.profile.SecurityChoices.JwtPayload;
import dev.dsctl.model.profile.SecurityChoices.PathTemplates;
import dev.dsctl.model.security.AuthorizationPolicy.Condition;
import dev.dsctl.model.security.AuthorizationPolicy.Operation;
import dev.dsctl.model.security.AuthorizationPolicy.Values;
import dev.dsctl.render.envoy.Envoy;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.PathMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The side of a rule that says what is asked. Source: {@code New}, pilot/pkg/security/authz/model/model.go, and generator.go.
 *
 * @param context what rendering depends on
 */
record Permissions(RuleContext context) {

    private static final int MAX_PORT = 65535;
    private static final String ENVOY_FILTERS = "experimental.envoy.filters.";

    /** An operation's clauses, the last attribute named by Istio first. */
    List<Clause<Permission>> of(Operation operation) {
        return List.of(
                each(operation.hosts(), this::host),
                each(operation.methods(), this::method),
                each(operation.paths(), this::path),
                each(operation.ports(), Permissions::port));
    }

    /** A condition's clause, when it is about what is asked. */
    Optional<Clause<Permission>> of(Condition condition) {
        Values values = condition.values();
        return switch (condition.key()) {
            case "destination.ip" -> Optional.of(each(values, Permissions::destination));
            case "destination.port" -> Optional.of(each(values, Permissions::port));
            case "connection.sni" -> Optional.of(each(values, Permissions::serverName));
            default ->
                condition.key().startsWith(ENVOY_FILTERS)
                        ? Optional.of(metadata(condition.key(), values))
                        : Optional.empty();
        };
    }

    private Clause<Permission> each(Values values, Function<String, Permission> one) {
        return Clause.ofEach(values, Logic.PERMISSIONS, context.onUnsupported(), one);
    }

    private Permission host(String host) {
        context.needsHttp("hosts");
        return Permission.newBuilder().setHeader(HeaderMatchers.ofHost(host)).build();
    }

    private Permission method(String method) {
        context.needsHttp("methods");
        return Permission.newBuilder()
                .setHeader(HeaderMatchers.of(":method", method, context.profile()))
                .build();
    }

    private Permission path(String path) {
        context.needsHttp("paths");
        boolean template = path.contains("{*}") || path.contains("{**}");
        return switch (context.profile().choice(PathTemplates.class)) {
            case LITERAL -> literalPath(path);
            case URI_TEMPLATE -> template ? templatePath(path) : literalPath(path);
        };
    }

    private static Permission literalPath(String path) {
        return Permission.newBuilder()
                .setUrlPath(PathMatcher.newBuilder().setPath(StringMatchers.of(path)))
                .build();
    }

    private static Permission templatePath(String path) {
        UriTemplateMatchConfig template = UriTemplateMatchConfig.newBuilder()
                .setPathTemplate(path.replace("{*}", "*").replace("{**}", "**"))
                .build();
        return Permission.newBuilder()
                .setUriTemplate(TypedExtensionConfig.newBuilder()
                        .setName("uri-template")
                        .setTypedConfig(Envoy.any(template)))
                .build();
    }

    private static Permission port(String port) {
        return Permission.newBuilder().setDestinationPort(portNumber(port)).build();
    }

    private static int portNumber(String port) {
        boolean digits = !port.isEmpty() && port.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || port.length() > 9 || Integer.parseInt(port) > MAX_PORT) {
            throw new UnsupportedRuleException("not a port: " + port);
        }
        return Integer.parseInt(port);
    }

    private static Permission destination(String range) {
        return Permission.newBuilder().setDestinationIp(RuleRanges.of(range)).build();
    }

    private static Permission serverName(String name) {
        return Permission.newBuilder()
                .setRequestedServerName(StringMatchers.of(name))
                .build();
    }

    /** Metadata of any filter: {@code experimental.envoy.filters.NAME[KEY]}; a value in brackets is looked for in a list. */
    private Clause<Permission> metadata(String key, Values values) {
        return switch (context.profile().choice(JwtPayload.class)) {
            case AUTHN_FILTER -> each(values, value -> metadata(key, List.of(value)));
            case ENVOY_METADATA -> Clause.ofAll(values, context.onUnsupported(), all -> metadata(key, all));
        };
    }

    private static Permission metadata(String key, List<String> values) {
        String attribute = StringMatchers.trimSuffix(StringMatchers.trimPrefix(key, "experimental."), "]");
        int bracket = attribute.indexOf('[');
        if (bracket < 0) {
            throw new UnsupportedRuleException("no [KEY] in " + key);
        }
        List<ValueMatcher> matchers = new ArrayList<>();
        for (String value : values) {
            boolean list = value.startsWith("[") && value.endsWith("]");
            ValueMatcher one = MetadataMatchers.string(StringMatchers.of(list ? withoutBrackets(value) : value));
            matchers.add(list ? MetadataMatchers.inList(one) : one);
        }
        MetadataMatcher matcher = MetadataMatchers.of(
                attribute.substring(0, bracket),
                List.of(attribute.substring(bracket + 1)),
                MetadataMatchers.anyOf(matchers));
        return Permission.newBuilder().setMetadata(matcher).build();
    }

    private static String withoutBrackets(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && "[]".indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "[]".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return value.substring(start, end);
    }
}
