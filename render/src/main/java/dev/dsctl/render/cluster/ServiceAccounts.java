package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.MeshChoices;
import java.util.List;
import java.util.TreeSet;

/**
 * The identities that a service's workloads may have. Source: {@code initServiceAccounts}, pilot/pkg/model/push_context.go, and
 * {@code ExpandWithTrustDomains}, pkg/spiffe/spiffe.go.
 */
final class ServiceAccounts {

    private static final String SPIFFE = "spiffe://";

    private ServiceAccounts() {}

    static List<String> of(Service service, ClusterScope scope) {
        TreeSet<String> accounts =
                new TreeSet<>(scope.view().mesh().index().youngest(service).serviceAccounts());
        boolean onlyReady = scope.profile().has(MeshChoices.UnreadyEndpoints.UNHEALTHY_STRANGERS)
                && !scope.env().flag("PILOT_SEND_UNHEALTHY_ENDPOINTS", false);
        for (Endpoint endpoint : scope.view().mesh().endpointsOf(service)) {
            boolean known = !onlyReady || endpoint.health() != Endpoint.Health.UNHEALTHY;
            if (known && !endpoint.serviceAccount().isEmpty()) {
                accounts.add(endpoint.serviceAccount());
            }
        }
        List<String> aliases = scope.mesh().trustDomainAliases();
        if (aliases.isEmpty()) {
            return List.copyOf(accounts);
        }
        TreeSet<String> expanded = new TreeSet<>(accounts);
        for (String account : accounts) {
            int path = account.indexOf('/', SPIFFE.length());
            if (account.startsWith(SPIFFE) && path > 0) {
                aliases.forEach(alias -> expanded.add(SPIFFE + alias + account.substring(path)));
            }
        }
        return List.copyOf(expanded);
    }
}
