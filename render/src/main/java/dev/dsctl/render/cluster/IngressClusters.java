package dev.dsctl.render.cluster;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.mesh.ServiceTarget;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.proxy.Families;
import dev.dsctl.model.sidecar.IngressListener;
import dev.dsctl.model.sidecar.Sidecar;
import dev.dsctl.render.Names;
import dev.dsctl.render.StatPattern;
import dev.dsctl.render.cluster.InboundClusters.Inbound;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cluster for each port that a Sidecar declares for its workload. Source: {@code buildInboundClustersFromSidecar},
 * pilot/pkg/networking/core/cluster.go.
 */
final class IngressClusters {

    private static final String IPV4_LOOPBACK = "127.0.0.1";
    private static final String IPV6_LOOPBACK = "::1";
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*):[0-9]{1,9}");

    private final ClusterScope scope;
    private final InboundClusters inbound;
    private final Sidecar sidecar;

    IngressClusters(ClusterScope scope, InboundClusters inbound, Sidecar sidecar) {
        this.scope = scope;
        this.inbound = inbound;
        this.sidecar = sidecar;
    }

    List<Inbound> all() {
        List<Inbound> clusters = new ArrayList<>();
        if (scope.env().flag("PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE", false)) {
            clusters.addAll(inbound.ofServices(sidecar.ingress().stream()
                    .map(listener -> listener.port().number())
                    .collect(Collectors.toSet())));
        }
        sidecar.ingress().stream().filter(IngressClusters::hasEndpoint).forEach(l -> clusters.add(cluster(l)));
        return clusters;
    }

    /** Istiod leaves out the cluster of a default endpoint that it can't take apart. */
    private static boolean hasEndpoint(IngressListener listener) {
        String endpoint = listener.defaultEndpoint();
        return endpoint.isEmpty()
                || endpoint.startsWith("unix://")
                || HOST_AND_PORT.matcher(endpoint).matches();
    }

    /** Where each family has clusters of its own, only those to its loopback are marked. */
    private String name(IngressListener listener) {
        String endpoint = listener.defaultEndpoint();
        boolean marked = endpoint.isEmpty()
                || endpoint.startsWith(IPV4_LOOPBACK + ":")
                || endpoint.startsWith("[" + IPV6_LOOPBACK + "]");
        return marked
                ? scope.marks().inbound(listener.port().number())
                : Names.inbound(listener.port().number());
    }

    private Inbound cluster(IngressListener listener) {
        ServicePort port = ServicePort.of(
                listener.port().name(),
                listener.port().number(),
                listener.port().protocol());
        ClusterDraft draft = new ClusterDraft(
                Cluster.newBuilder().setName(name(listener)).setCommonLbConfig(CommonLbConfig.getDefaultInstance()));
        StatNames.apply(draft, draft.cluster().getName(), scope);
        target(draft, listener.defaultEndpoint());
        HttpProtocols.ofPort(draft, port.protocol(), scope);
        Optional<Service> service = scope.view().targets().stream()
                .filter(target -> target.targetPort() == port.number())
                .map(ServiceTarget::service)
                .findFirst();
        mark(draft, service, port);
        String hostname = sidecar.meta().name() + "." + scope.proxy().namespace();
        StatPattern.Subject subject =
                service.map(StatPattern.Subject::of).orElseGet(() -> StatPattern.Subject.of(hostname));
        StatNames.inbound(draft, subject, port, port.number(), scope);
        inbound.limit(draft, service, port, port.number());
        return new Inbound(draft.build(scope), List.of(subject.hostname()));
    }

    private void mark(ClusterDraft draft, Optional<Service> service, ServicePort port) {
        switch (scope.choice(ClusterChoices.IngressServices.class)) {
            case ALL_WITH_PORT -> {
                if (!scope.view().targets().isEmpty()) {
                    ServiceMarks.services(
                            draft, InboundClusters.services(port, scope.view().targets()), scope);
                }
            }
            case NONE -> {}
            case MATCHING -> service.ifPresent(s -> ServiceMarks.inbound(draft, List.of(s), scope));
        }
    }

    /** Where the application listens, as the Sidecar says: {@code address:port}, a Unix domain socket, or nothing. */
    private void target(ClusterDraft draft, String endpoint) {
        int colon = endpoint.lastIndexOf(':');
        if (endpoint.startsWith("unix://")) {
            inbound.target(draft, endpoint, 0);
        } else if (endpoint.isEmpty()) {
            inbound.target(draft, "", 0);
        } else {
            String host = endpoint.substring(0, colon).replace("[", "").replace("]", "");
            inbound.target(draft, address(host), Integer.parseInt(endpoint.substring(colon + 1)));
        }
    }

    private String address(String host) {
        return switch (host) {
            case "0.0.0.0" -> ofPod(false).orElse(IPV4_LOOPBACK);
            case "::" -> ofPod(true).orElse(IPV6_LOOPBACK);
            case IPV4_LOOPBACK, IPV6_LOOPBACK -> loopback(host.equals(IPV6_LOOPBACK) ? IpMode.IPV6 : IpMode.IPV4);
            default -> "";
        };
    }

    private Optional<String> ofPod(boolean ipv6) {
        return scope.proxy().addresses().all().stream()
                .filter(address -> IpLiteral.isAddress(address) && address.contains(":") == ipv6)
                .findFirst();
    }

    private String loopback(IpMode asked) {
        if (scope.view().families() != Families.TOGETHER) {
            return scope.addresses().loopback().all().stream().findFirst().orElse("");
        }
        IpMode own = scope.ipMode();
        IpMode used = switch (scope.choice(ClusterChoices.IngressLoopback.class)) {
            case FIRST_FAMILY -> own;
            case ASKED_FAMILY -> own == IpMode.DUAL ? asked : own;
        };
        return used == IpMode.IPV6 ? IPV6_LOOPBACK : IPV4_LOOPBACK;
    }
}
