package dev.dsctl.model.mesh;

import dev.dsctl.model.extension.EnvoyFilters;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.security.SecurityPolicies;
import dev.dsctl.model.sidecar.SidecarIndex;
import dev.dsctl.model.telemetry.StackdriverRequests;
import dev.dsctl.model.telemetry.Telemetries;
import dev.dsctl.model.traffic.DestinationRuleReader;
import dev.dsctl.model.traffic.DestinationRules;
import dev.dsctl.model.traffic.VirtualService;
import dev.dsctl.model.traffic.VirtualServiceIndex;
import dev.dsctl.model.traffic.VirtualServiceReader;
import java.util.List;

/**
 * Istio's own resources that change what proxies get without being services.
 *
 * @param security who may talk to whom and how
 * @param envoyFilters changes to generated configuration
 * @param destinationRules how clients of hosts behave
 * @param virtualServices how traffic is routed
 * @param sidecars what sidecars see and listen to
 * @param telemetries what is reported about traffic
 */
public record Policies(
        SecurityPolicies security,
        EnvoyFilters envoyFilters,
        DestinationRules destinationRules,
        VirtualServiceIndex virtualServices,
        SidecarIndex sidecars,
        Telemetries telemetries) {

    /** Those among the manifests. What can't be read is recorded in {@code problems}. */
    public static Policies of(Manifests manifests, MeshSettings settings, Problems problems) {
        String root = settings.config().rootNamespace();
        DestinationRules.Settings rules = new DestinationRules.Settings(
                settings.profile(),
                root,
                settings.config().traffic().ruleExportTo(),
                !settings.env().flag("ENABLE_ENHANCED_DESTINATIONRULE_MERGE", true));
        StackdriverRequests.warn(manifests, settings.config(), settings.profile(), problems);
        return new Policies(
                SecurityPolicies.of(manifests, root, problems),
                EnvoyFilters.of(manifests, root, problems),
                new DestinationRules(DestinationRuleReader.all(manifests, settings.domain(), problems), rules),
                virtualServices(manifests, settings, problems),
                SidecarIndex.of(manifests, root, settings.domain(), problems),
                Telemetries.of(manifests, root, problems));
    }

    private static VirtualServiceIndex virtualServices(Manifests manifests, MeshSettings settings, Problems problems) {
        List<VirtualService> all = manifests.of("networking.istio.io", "VirtualService").stream()
                .map(manifest -> VirtualServiceReader.read(manifest, settings.domain(), problems))
                .toList();
        return VirtualServiceIndex.of(
                settings.profile(), all, settings.config().routes().virtualServiceExportTo());
    }
}
