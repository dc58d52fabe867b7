package dev.dsctl.model.security;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.WorkloadSelector;
import dev.dsctl.model.security.AuthorizationPolicy.Action;
import dev.dsctl.model.security.AuthorizationPolicy.Condition;
import dev.dsctl.model.security.AuthorizationPolicy.Operation;
import dev.dsctl.model.security.AuthorizationPolicy.Rule;
import dev.dsctl.model.security.AuthorizationPolicy.Source;
import dev.dsctl.model.security.AuthorizationPolicy.Values;

/** Reads AuthorizationPolicies. Source: istio/api security/v1beta1/authorization_policy.proto. */
final class AuthorizationReader {

    private AuthorizationReader() {}

    static AuthorizationPolicy read(Manifest manifest, Problems problems) {
        Fields spec = Fields.of(manifest, problems).fields("spec");
        return new AuthorizationPolicy(
                ObjectMeta.of(manifest),
                WorkloadSelector.of(spec),
                action(spec),
                spec.fields("provider").string("name"),
                spec.list("rules").stream().map(AuthorizationReader::rule).toList());
    }

    private static Action action(Fields spec) {
        String action = spec.string("action", "ALLOW");
        return switch (action) {
            case "ALLOW" -> Action.ALLOW;
            case "DENY" -> Action.DENY;
            case "AUDIT" -> Action.AUDIT;
            case "CUSTOM" -> Action.CUSTOM;
            default -> {
                spec.error("action", "must be ALLOW, DENY, AUDIT or CUSTOM, is '" + action + "'");
                yield Action.ALLOW;
            }
        };
    }

    private static Rule rule(Fields rule) {
        return new Rule(
                rule.list("from").stream()
                        .map(from -> source(from.fields("source")))
                        .toList(),
                rule.list("to").stream()
                        .map(to -> operation(to.fields("operation")))
                        .toList(),
                rule.list("when").stream().map(AuthorizationReader::condition).toList());
    }

    private static Source source(Fields source) {
        return new Source(
                values(source, "principals", "notPrincipals"),
                values(source, "requestPrincipals", "notRequestPrincipals"),
                values(source, "namespaces", "notNamespaces"),
                values(source, "serviceAccounts", "notServiceAccounts"),
                values(source, "trustDomains", "notTrustDomains"),
                values(source, "ipBlocks", "notIpBlocks"),
                values(source, "remoteIpBlocks", "notRemoteIpBlocks"));
    }

    private static Operation operation(Fields operation) {
        return new Operation(
                values(operation, "hosts", "notHosts"),
                values(operation, "ports", "notPorts"),
                values(operation, "methods", "notMethods"),
                values(operation, "paths", "notPaths"));
    }

    private static Condition condition(Fields when) {
        return new Condition(when.requiredString("key"), values(when, "values", "notValues"));
    }

    private static Values values(Fields fields, String in, String notIn) {
        return new Values(fields.strings(in), fields.strings(notIn));
    }
}
