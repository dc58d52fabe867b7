package dev.dsctl.render.cluster;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Protocol;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.profile.MeshChoices;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The identities that a service's workloads may have. Source: {@code initServiceAccounts}, pilot/pkg/model/push_context.go, and
 * {@code ExpandWithTrustDomains}, pkg/spiffe/spiffe.go.
 */
final class ServiceAccounts {

    private static final String SPIFFE = "spiffe://";

    private final ClusterScope scope;
    private final List<Service> rivals;
    private Service stating;
    private List<String> stated;

    ServiceAccounts(Service service, ClusterScope scope) {
        this.scope = scope;
        this.rivals = scope.view().mesh().index().rivals(service);
    }

    /** Those of a port, sorted; services that state the same share a list. */
    List<String> of(ServicePort port) {
        Service chosen = stating(port);
        if (!Objects.equals(chosen, stating)) {
            stating = chosen;
            stated = of(chosen);
        }
        return stated;
    }

    /** Of several services of a host in a namespace the one whose own accounts count. */
    private Service stating(ServicePort port) {
        Service youngest = rivals.get(rivals.size() - 1);
        return switch (scope.profile().choice(ClusterChoices.StatedAccounts.class)) {
            case OF_YOUNGEST -> youngest;
            case OF_YOUNGEST_WITH_PORT -> {
                for (int i = rivals.size() - 1; i >= 0; i--) {
                    if (has(rivals.get(i), port)) {
                        yield rivals.get(i);
                    }
                }
                yield youngest;
            }
        };
    }

    private static boolean has(Service service, ServicePort port) {
        return service.ports().stream().anyMatch(p -> p.number() == port.number() && p.protocol() != Protocol.UDP);
    }

    private List<String> of(Service service) {
        TreeSet<String> accounts = new TreeSet<>(service.serviceAccounts());
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
