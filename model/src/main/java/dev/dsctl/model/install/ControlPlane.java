package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A control plane as one object describes it: istiod's Deployment, or the resource that installs it.
 *
 * @param kind what describes it
 * @param release the release it names, major.minor.patch or major.minor, and where; empty when it names none
 * @param namespace where it runs
 * @param revision empty for the default one
 * @param settings its settings: values for the chart, an IstioOperator's {@code spec}, or what a Deployment's container has
 * @param at where it is described
 */
public record ControlPlane(
        Kind kind, Optional<Setting> release, String namespace, String revision, Node.Mapping settings, SourceRef at) {

    /** What describes a control plane, the most telling first. */
    enum Kind {
        DEPLOYMENT,
        REVISION,
        ISTIO,
        OPERATOR
    }

    private static final String REVISION_LABEL = "istio.io/rev";
    private static final String ROOT_NAMESPACE = "istio-system";

    /** The default revision first: it is the one that injects where nothing else is said. */
    private static final Comparator<ControlPlane> ORDER = Comparator.comparing(ControlPlane::revision)
            .thenComparing(ControlPlane::namespace)
            .thenComparing(ControlPlane::kind)
            .thenComparing(ControlPlane::at);

    /**
     * What the manifests say of the control plane: its Deployment and what installs it, each if there is one. Of several control planes
     * those of the default revision, which is recorded as a warning.
     */
    public static List<ControlPlane> in(Manifests manifests, Problems problems) {
        List<ControlPlane> deployments = deployments(manifests, problems);
        deployments.sort(ORDER);
        warnOfSecond(deployments, problems);
        List<ControlPlane> resources = resources(manifests, problems);
        if (!deployments.isEmpty()) {
            resources.removeIf(each -> !each.revision.equals(deployments.get(0).revision));
        }
        resources.sort(ORDER);
        warnOfSecond(resources, problems);
        List<ControlPlane> chosen = new ArrayList<>();
        deployments.stream().findFirst().ifPresent(chosen::add);
        resources.stream().findFirst().ifPresent(chosen::add);
        return List.copyOf(chosen);
    }

    private static void warnOfSecond(List<ControlPlane> sorted, Problems problems) {
        for (int i = 1; i < sorted.size(); i++) {
            ControlPlane first = sorted.get(0);
            boolean same =
                    sorted.get(i).kind != first.kind && sorted.get(i).revision.equals(first.revision);
            if (!same) {
                problems.warning(sorted.get(i).at, "a second control plane; the one at " + first.at + " is taken");
                return;
            }
        }
    }

    private static List<ControlPlane> deployments(Manifests manifests, Problems problems) {
        List<ControlPlane> found = new ArrayList<>();
        for (Manifest deployment : manifests.of("apps", "Deployment")) {
            Fields metadata = Fields.of(deployment, problems).fields("metadata");
            if ("istiod".equals(metadata.stringMap("labels").get("app"))) {
                found.add(ofDeployment(deployment, metadata.stringMap("labels")));
            }
        }
        return found;
    }

    private static ControlPlane ofDeployment(Manifest deployment, Map<String, String> labels) {
        Optional<Setting> release = Optional.empty();
        Node.Mapping settings = new Node.Mapping(deployment.root().line(), Map.of());
        Optional<Node> containers = Trees.at(deployment.root(), "spec.template.spec.containers");
        if (containers.orElse(null) instanceof Node.Sequence list) {
            for (Node container : list.items()) {
                if (container instanceof Node.Mapping discovery
                        && Trees.scalar(container, "name").equals("discovery")) {
                    release = Trees.at(container, "image")
                            .flatMap(image -> release(ReleaseText.tag(Trees.text(image)), deployment.at(image)));
                    settings = Trees.join(ChartValues.variables(discovery, "env"), domain(discovery));
                }
            }
        }
        String revision = revisionOf(labels.getOrDefault(REVISION_LABEL, ""));
        return new ControlPlane(
                Kind.DEPLOYMENT, release, deployment.namespace(), revision, settings, deployment.source());
    }

    private static Node.Mapping domain(Node.Mapping container) {
        if (Trees.at(container, "args").orElse(null) instanceof Node.Sequence arguments) {
            List<Node> all = arguments.items();
            for (int i = 0; i + 1 < all.size(); i++) {
                if (all.get(i) instanceof Node.Scalar option && option.text().equals("--domain")) {
                    return (Node.Mapping) Nodes.of(all.get(i + 1).line(), Nodes.map("clusterDomain", all.get(i + 1)));
                }
            }
        }
        return new Node.Mapping(container.line(), Map.of());
    }

    private static List<ControlPlane> resources(Manifests manifests, Problems problems) {
        List<ControlPlane> found = new ArrayList<>();
        manifests.of("sailoperator.io", "IstioRevision").forEach(each -> found.add(ofSail(Kind.REVISION, each)));
        manifests.of("sailoperator.io", "Istio").forEach(each -> found.add(ofSail(Kind.ISTIO, each)));
        manifests.of("install.istio.io", "IstioOperator").forEach(each -> found.add(ofOperator(each)));
        manifests.all().stream()
                .filter(each -> found.stream().anyMatch(plane -> plane.at.equals(each.source())))
                .forEach(each -> checkTypes(each, problems));
        return found;
    }

    /** Wrong types where settings are looked for. */
    private static void checkTypes(Manifest manifest, Problems problems) {
        Fields spec = Fields.of(manifest, problems).fields("spec");
        spec.string("version");
        Fields values = spec.fields("values");
        values.fields("meshConfig");
        values.fields("pilot").fields("env");
        values.fields("global");
        spec.fields("meshConfig");
        spec.fields("components")
                .fields("pilot")
                .fields("k8s")
                .list("env")
                .forEach(variable -> variable.string("value"));
    }

    private static ControlPlane ofSail(Kind kind, Manifest istio) {
        Node.Mapping spec = Trees.mapping(istio.root(), "spec");
        Node.Mapping values = Trees.mapping(spec, "values");
        String version = Trees.scalar(spec, "version");
        boolean byVersion = Trees.scalar(spec, "updateStrategy.type").equals("RevisionBased");
        String name = kind == Kind.ISTIO && byVersion && !version.isEmpty()
                ? istio.name() + "-" + version.replace('.', '-')
                : istio.name();
        String namespace = Trees.scalar(spec, "namespace");
        Node.Mapping profile = Trees.at(spec, "profile")
                .map(node -> Trees.nested(node, "profile"))
                .orElse(new Node.Mapping(values.line(), Map.of()));
        return new ControlPlane(
                kind,
                Trees.at(spec, "version").flatMap(node -> release(version, istio.at(node))),
                namespace.isEmpty() ? ROOT_NAMESPACE : namespace,
                revisionOf(name),
                Trees.join(profile, values),
                istio.source());
    }

    private static ControlPlane ofOperator(Manifest operator) {
        Node.Mapping spec = Trees.mapping(operator.root(), "spec");
        String own = Trees.scalar(operator.root(), "metadata.namespace");
        String namespace = Trees.scalar(spec, "values.global.istioNamespace");
        String fallback = own.isEmpty() ? ROOT_NAMESPACE : own;
        return new ControlPlane(
                Kind.OPERATOR,
                ChartValues.tagOfOperator(spec)
                        .or(() -> Trees.at(spec, "version"))
                        .flatMap(node -> release(Trees.text(node), operator.at(node))),
                namespace.isEmpty() ? fallback : namespace,
                revisionOf(Trees.scalar(spec, "revision")),
                spec,
                operator.source());
    }

    private static Optional<Setting> release(String text, SourceRef at) {
        String release = ReleaseText.in(text);
        return release.isEmpty() ? Optional.empty() : Optional.of(new Setting("release", release, at.toString()));
    }

    private static String revisionOf(String name) {
        return name.equals("default") ? "" : name;
    }

    boolean isDeployment() {
        return kind == Kind.DEPLOYMENT;
    }
}
