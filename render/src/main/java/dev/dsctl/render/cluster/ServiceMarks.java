package dev.dsctl.render.cluster;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.mesh.ServicePort;
import dev.dsctl.model.profile.ClusterChoices;
import dev.dsctl.model.profile.PolicyChoices;
import dev.dsctl.model.traffic.ClientTls;
import dev.dsctl.model.traffic.DestinationRule;
import dev.dsctl.model.traffic.TrafficPolicy;
import dev.dsctl.render.envoy.ConfigMetadata;
import dev.dsctl.render.envoy.Values;
import java.util.List;

/**
 * What clusters tell Istio's own filters: which services they belong to, which rule made them. Source: {@code addTelemetryMetadata},
 * pilot/pkg/networking/core/cluster_builder.go, and {@code AddConfigInfoMetadata}, pilot/pkg/networking/util/util.go.
 */
final class ServiceMarks {

    private ServiceMarks() {}

    /** The services a cluster belongs to. */
    static void services(ClusterDraft draft, List<Service> services, ClusterScope scope) {
        if (scope.env().flag("PILOT_ENABLE_TELEMETRY_LABEL", true)) {
            draft.tell(
                    "services",
                    Values.list(services.stream().map(ServiceMarks::service).toList()));
        }
    }

    /** The services an inbound cluster belongs to, the first of which decides. */
    static void inbound(ClusterDraft draft, List<Service> services, ClusterScope scope) {
        boolean told = switch (scope.choice(ClusterChoices.InboundServices.class)) {
            case ALL -> true;
            case UNLESS_EXTERNAL -> !services.get(0).meshExternal();
        };
        if (told) {
            services(draft, services, scope);
        }
    }

    /** The service port a cluster is for. */
    static void originalPort(ClusterDraft draft, ServicePort port, ClusterScope scope) {
        switch (scope.choice(ClusterChoices.OriginalPort.class)) {
            case TOLD -> draft.tell("default_original_port", Values.number(port.number()));
            case NOT_TOLD -> {}
        }
    }

    /** The rule that holds for a cluster. */
    static void rule(ClusterDraft draft, DestinationRule rule, ClusterScope scope) {
        draft.tell("config", Values.text(ConfigMetadata.path(scope.view().profile(), "destination-rule", rule.meta())));
    }

    /** The subset a cluster is for. */
    static void subset(ClusterDraft draft, DestinationRule.Subset subset) {
        draft.tell("subset", Values.text(subset.name()));
    }

    /** That the application's ALPN stays, because the cluster has TLS settings of its own. */
    static void alpn(ClusterDraft draft, TrafficPolicy policy, ClusterScope scope) {
        boolean ownTls = policy.tls()
                .map(ClientTls::mode)
                .filter(mode -> mode == ClientTls.Mode.SIMPLE || mode == ClientTls.Mode.MUTUAL)
                .isPresent();
        if (ownTls && scope.profile().has(PolicyChoices.AlpnOverride.NOT_WITH_OWN_TLS)) {
            draft.tell("alpn_override", Values.text("false"));
        }
    }

    /** That no metadata is exchanged with the hosts. */
    static void exchange(ClusterDraft draft, Service service, ClusterScope scope) {
        switch (scope.choice(ClusterChoices.ExchangeMarks.class)) {
            case NONE -> {}
            case EXTERNAL_SERVICES, EXTERNAL_OR_TUNNELED_SERVICES -> {
                if (service.meshExternal()) {
                    draft.tell("external", Values.bool(true));
                }
            }
        }
    }

    private static Value service(Service service) {
        return Values.struct(Struct.newBuilder()
                .putFields("host", Values.text(service.hostname()))
                .putFields("name", Values.text(service.name()))
                .putFields("namespace", Values.text(service.namespace()))
                .build());
    }
}
