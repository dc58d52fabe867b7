package dev.dsctl.model.traffic;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.ShortHosts;
import dev.dsctl.model.traffic.DestinationRule.Subset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads DestinationRules (networking.istio.io). Source: istio/api networking/v1alpha3/destination_rule.proto. */
public final class DestinationRuleReader {

    private DestinationRuleReader() {}

    /**
     * All among the manifests, with complete hosts; what is wrong with them goes to {@code problems}.
     *
     * @param domain what completes short host names
     */
    public static List<DestinationRule> all(Manifests manifests, String domain, Problems problems) {
        return manifests.of("networking.istio.io", "DestinationRule").stream()
                .map(manifest -> read(manifest, domain, problems))
                .toList();
    }

    private static DestinationRule read(Manifest manifest, String domain, Problems problems) {
        ObjectMeta meta = ObjectMeta.of(manifest);
        Fields spec = Fields.of(manifest, problems).fields("spec");
        return new DestinationRule(
                meta,
                new ShortHosts(meta.namespace(), domain).complete(spec, "host", spec.requiredString("host")),
                policy(spec),
                spec.list("subsets").stream().map(DestinationRuleReader::subset).toList(),
                Set.copyOf(spec.strings("exportTo")),
                spec.has("workloadSelector")
                        ? Optional.of(spec.fields("workloadSelector").stringMap("matchLabels"))
                        : Optional.empty());
    }

    private static Subset subset(Fields fields) {
        return new Subset(fields.requiredString("name"), fields.stringMap("labels"), policy(fields));
    }

    private static Optional<TrafficPolicy> policy(Fields owner) {
        return owner.has("trafficPolicy")
                ? Optional.of(TrafficPolicyReader.read(owner.fields("trafficPolicy")))
                : Optional.empty();
    }
}
