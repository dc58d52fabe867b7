package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.model.profile.InstallChoices;
import dev.dsctl.model.profile.IstioProfile;
import java.util.Map;
import java.util.Optional;

/**
 * What the istiod chart makes of its values, as far as sidecars can tell. Each source becomes a tree of {@code env}, {@code meshConfig},
 * {@code clusterDomain}, {@code telemetry}, {@code istioNamespace}, {@code revision}, {@code profile} and {@code compatibilityVersion}. Source:
 * manifests/charts/istio-control/istio-discovery/templates/deployment.yaml, configmap.yaml; for an IstioOperator,
 * {@code translateIstioOperatorToHelm}, operator/pkg/render/manifest.go.
 */
final class ChartValues {

    static final String ENV = "env";
    static final String MESH = "meshConfig";

    private ChartValues() {}

    /** Of values as Helm gets them. */
    static Node.Mapping ofHelm(Node.Mapping values, IstioProfile profile) {
        Node.Mapping top = switch (profile.choice(InstallChoices.PilotValues.class)) {
            case UNDER_PILOT -> none(values);
            case UNDER_PILOT_OR_TOP -> ofPilot(values);
        };
        Node.Mapping all = Trees.join(top, ofPilot(Trees.mapping(values, "pilot")));
        all = with(all, values, "global.multiCluster.clusterName", "env.CLUSTER_ID");
        all = with(all, values, "global.meshID", "meshConfig.defaultConfig.meshId");
        all = with(all, values, "global.istioNamespace", "istioNamespace");
        all = with(all, values, "global.proxy.clusterDomain", "clusterDomain");
        for (String key : new String[] {MESH, "telemetry", "revision", "profile", "compatibilityVersion"}) {
            all = with(all, values, key, key);
        }
        return all;
    }

    private static Node.Mapping ofPilot(Node.Mapping pilot) {
        Node.Mapping all = with(none(pilot), pilot, "env", ENV);
        String sampling = Trees.scalar(pilot, "traceSampling");
        return sampling.equals("0") || sampling.equals("0.0")
                ? all
                : with(all, pilot, "traceSampling", "env.PILOT_TRACE_SAMPLING");
    }

    /** Of an IstioOperator's {@code spec}, or of an option of istioctl, which has the same fields. */
    static Node.Mapping ofOperator(Node.Mapping spec, IstioProfile profile) {
        Node.Mapping all = none(spec);
        for (String key : new String[] {MESH, "revision", "profile", "compatibilityVersion"}) {
            all = with(all, spec, key, key);
        }
        all = Trees.join(all, ofHelm(Trees.mapping(spec, "values"), profile));
        return Trees.join(all, variables(spec, "components.pilot.k8s.env"));
    }

    /** The environment as containers list it. */
    static Node.Mapping variables(Node.Mapping parent, String path) {
        Map<String, Object> variables = Nodes.map();
        if (Trees.at(parent, path).orElse(null) instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                String name = Trees.scalar(item, "name");
                Trees.at(item, "value").filter(value -> !name.isEmpty()).ifPresent(value -> variables.put(name, value));
            }
        }
        return variables.isEmpty() ? none(parent) : (Node.Mapping) Nodes.of(parent.line(), Nodes.map(ENV, variables));
    }

    /** Of {@code --set}, in Helm's words or in istioctl's. */
    static Node.Mapping ofOption(Node.Mapping set, IstioProfile profile) {
        return Trees.join(ofHelm(set, profile), ofOperator(set, profile));
    }

    /** The release that values name by an image's tag; empty when they don't. */
    static Optional<Node> tag(Node.Mapping values) {
        return Trees.at(values, "pilot.tag").or(() -> Trees.at(values, "global.tag"));
    }

    /** The release that an IstioOperator or an option of istioctl names. */
    static Optional<Node> tagOfOperator(Node.Mapping spec) {
        return Trees.at(spec, "components.pilot.tag")
                .or(() -> tag(Trees.mapping(spec, "values")))
                .or(() -> Trees.at(spec, "tag"));
    }

    private static Node.Mapping with(Node.Mapping all, Node.Mapping values, String from, String to) {
        Optional<Node> found = Trees.at(values, from).filter(node -> !isEmptyText(node));
        return found.isEmpty() ? all : Trees.join(all, Trees.nested(found.get(), to));
    }

    private static boolean isEmptyText(Node node) {
        return node instanceof Node.Scalar scalar && "".equals(scalar.value());
    }

    private static Node.Mapping none(Node.Mapping at) {
        return new Node.Mapping(at.line(), Map.of());
    }
}
