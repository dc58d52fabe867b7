package dev.dsctl.render.security;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.model.security.AuthorizationPolicies;
import dev.dsctl.model.security.AuthorizationPolicy;
import dev.dsctl.model.security.AuthorizationPolicy.Action;
import dev.dsctl.model.security.RequestAuthentication.JwtRule;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * The filters by which a sidecar checks who talks to its workload. Every inbound chain has the same ones. Source:
 * pilot/pkg/networking/plugin/authn and authz.
 *
 * @param authentication HTTP filters that check tokens
 * @param customHttp HTTP filters that ask external authorizers
 * @param http HTTP filters that audit, deny and allow
 * @param customTcp network filters that ask external authorizers
 * @param tcp network filters that audit, deny and allow
 */
public record SecurityFilters(
        List<HttpFilter> authentication,
        List<HttpFilter> customHttp,
        List<HttpFilter> http,
        List<Filter> customTcp,
        List<Filter> tcp) {

    /** The filters of a proxy's inbound chains. */
    public static SecurityFilters of(ProxyView view) {
        Mesh mesh = view.mesh();
        Proxy proxy = view.proxy();
        AuthorizationPolicies policies = mesh.policies().security().authorization();
        List<JwtRule> rules = mesh.policies().security().requests().forWorkload(proxy.namespace(), proxy.labels());
        PolicyContext forHttp = new PolicyContext(view.profile(), Chain.HTTP, trustDomains(mesh));
        PolicyContext forTcp = new PolicyContext(view.profile(), Chain.TCP, trustDomains(mesh));
        List<HttpFilter> http = new ArrayList<>();
        List<Filter> tcp = new ArrayList<>();
        for (Action action : List.of(Action.AUDIT, Action.DENY, Action.ALLOW)) {
            List<AuthorizationPolicy> applicable = policies.forWorkload(proxy.namespace(), proxy.labels(), action);
            if (!applicable.isEmpty()) {
                RbacRules httpRules = RbacRules.of(applicable, action, "", forHttp);
                RbacRules tcpRules = RbacRules.of(applicable, action, "", forTcp);
                http.add(RbacFilters.http(httpRules, RbacFilters.dryRunPrefix(httpRules)));
                tcp.add(RbacFilters.tcp(tcpRules, RbacFilters.dryRunPrefix(tcpRules)));
            }
        }
        CustomFilters custom =
                new CustomFilters(policies.forWorkload(proxy.namespace(), proxy.labels(), Action.CUSTOM), mesh);
        return new SecurityFilters(
                JwtFilters.of(rules, view.profile()), custom.http(forHttp), http, custom.tcp(forTcp), tcp);
    }

    private static TrustDomains trustDomains(Mesh mesh) {
        List<String> all = new ArrayList<>(List.of(mesh.config().trustDomain()));
        all.addAll(mesh.config().trustDomainAliases());
        return new TrustDomains(all);
    }
}
