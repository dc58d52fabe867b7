package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.IpFamily;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A Service insists on both families, but a cluster that it is meant for has one. */
final class ClusterFamilies implements Check {

    @Override
    public String code() {
        return "DS008";
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public void look(Scene scene, Found found) {
        List<Set<IpFamily>> clusters = new ArrayList<>(scene.known().clusters());
        Set<IpFamily> own = ofNodes(scene);
        if (!own.isEmpty()) {
            clusters.add(own);
        }
        for (Set<IpFamily> cluster : clusters) {
            if (cluster.size() == 1) {
                for (BackedService service : scene.services()) {
                    look(scene, service, cluster.iterator().next(), found);
                }
            }
        }
    }

    private void look(Scene scene, BackedService service, IpFamily only, Found found) {
        boolean requires = service.kube().families().policy().equals("RequireDualStack");
        boolean lists =
                service.kube().families().listed().contains(Words.other(only).toString())
                        && scene.objects()
                                .manifest(scene.subject(service))
                                .filter(ClusterFamilies::isWritten)
                                .isPresent();
        if (requires || lists) {
            String what = requires ? "ipFamilyPolicy is RequireDualStack" : "ipFamilies lists " + Words.other(only);
            found.add(Finding.of(
                            code(),
                            Severity.WARNING,
                            scene.subject(service, "spec", requires ? "ipFamilyPolicy" : "ipFamilies"),
                            what + ", which a cluster with " + only
                                    + " alone refuses: there the Service can't be created",
                            "use ipFamilyPolicy: PreferDualStack and leave ipFamilies out")
                    .about(only.toString()));
        }
    }

    /** Whether the manifest was written by people: a cluster fills in ipFamilies itself, along with clusterIPs. */
    private static boolean isWritten(Manifest service) {
        Fields fields = Fields.of(service, new Problems());
        return !fields.fields("metadata").has("uid");
    }

    /** The families of the pods' ranges of all nodes; none when they don't tell. */
    private static Set<IpFamily> ofNodes(Scene scene) {
        Set<IpFamily> families = EnumSet.noneOf(IpFamily.class);
        for (Manifest node : scene.objects().of("", "Node")) {
            Fields.of(node, new Problems())
                    .fields("spec")
                    .strings("podCIDRs")
                    .forEach(range -> families.add(IpFamily.of(range)));
        }
        return families;
    }
}
