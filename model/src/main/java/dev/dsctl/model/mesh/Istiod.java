package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The control plane as the manifests describe it: by its Deployment, else by what installs it.
 *
 * @param version the release as far as it is said: major.minor.patch, major.minor or empty
 * @param env its environment
 * @param domain what completes short host names, empty when it isn't said
 * @param namespace where it runs
 * @param revision empty for the default one
 * @param at where it is described
 */
public record Istiod(
        String version, Map<String, String> env, String domain, String namespace, String revision, SourceRef at) {

    private static final String REVISION = "istio.io/rev";
    private static final Pattern VERSION = Pattern.compile("v?(\\d+\\.\\d+(?:\\.\\d+)?)(?![\\d.]).*");

    /** The default revision first: it is the one that injects where nothing else is said. */
    private static final Comparator<Istiod> ORDER = Comparator.comparing(Istiod::revision)
            .thenComparing(Istiod::namespace)
            .thenComparing(Istiod::at);

    /** The control plane; the one of the default revision when there are several, which is recorded as a warning. */
    public static Optional<Istiod> in(Manifests manifests, Problems problems) {
        List<Istiod> found = new ArrayList<>();
        for (Manifest deployment : manifests.of("apps", "Deployment")) {
            Fields fields = Fields.of(deployment, problems);
            if ("istiod".equals(labels(fields).get("app"))) {
                found.add(ofDeployment(deployment, fields));
            }
        }
        if (found.isEmpty()) {
            for (Manifest istio : manifests.of("sailoperator.io", "Istio")) {
                found.add(ofSail(istio, Fields.of(istio, problems).fields("spec")));
            }
            for (Manifest operator : manifests.of("install.istio.io", "IstioOperator")) {
                found.add(ofOperator(operator, Fields.of(operator, problems).fields("spec")));
            }
        }
        found.sort(ORDER);
        if (found.size() > 1) {
            problems.warning(
                    found.get(1).at(),
                    "a second control plane; the one at " + found.get(0).at() + " is taken");
        }
        return found.stream().findFirst();
    }

    /** The name of the ConfigMap with its mesh configuration. Source: manifests/charts/istio-control/istio-discovery/templates/configmap.yaml. */
    public String meshConfigMap() {
        return revision.isEmpty() ? "istio" : "istio-" + revision;
    }

    private static Map<String, String> labels(Fields object) {
        return object.fields("metadata").stringMap("labels");
    }

    private static Istiod ofDeployment(Manifest deployment, Fields fields) {
        Fields pod = fields.fields("spec").fields("template").fields("spec");
        String version = "";
        String domain = "";
        Map<String, String> env = Map.of();
        for (Fields container : pod.list("containers")) {
            if (container.string("name").equals("discovery")) {
                version = versionIn(tag(container.string("image")));
                domain = after("--domain", container.strings("args"));
                env = variables(container.list("env"));
            }
        }
        String revision = revisionOf(labels(fields).getOrDefault(REVISION, ""));
        return new Istiod(version, env, domain, deployment.namespace(), revision, deployment.source());
    }

    private static Istiod ofSail(Manifest istio, Fields spec) {
        Fields values = spec.fields("values");
        return new Istiod(
                versionIn(spec.string("version")),
                texts(values.fields("pilot").fields("env")),
                domain(values),
                spec.string("namespace", "istio-system"),
                revisionOf(istio.name()),
                istio.source());
    }

    private static Istiod ofOperator(Manifest operator, Fields spec) {
        Fields values = spec.fields("values");
        Map<String, String> env =
                new LinkedHashMap<>(texts(values.fields("pilot").fields("env")));
        env.putAll(variables(
                spec.fields("components").fields("pilot").fields("k8s").list("env")));
        String tag = spec.string("tag", values.fields("global").string("tag"));
        String said = tag.isEmpty() ? spec.string("version") : tag;
        return new Istiod(
                versionIn(said),
                env,
                domain(values),
                operator.namespace(),
                revisionOf(spec.string("revision")),
                operator.source());
    }

    /** What the installation's charts give istiod. Source: manifests/charts/istio-control/istio-discovery/templates/deployment.yaml. */
    private static String domain(Fields values) {
        return values.fields("global").fields("proxy").string("clusterDomain", "cluster.local");
    }

    private static String revisionOf(String name) {
        return name.equals("default") ? "" : name;
    }

    /** What stands behind the last colon of an image, unless that is a port or a digest. */
    private static String tag(String image) {
        String named = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(colon + 1) : "";
    }

    private static String versionIn(String text) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String after(String option, List<String> arguments) {
        int at = arguments.indexOf(option);
        return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
    }

    private static Map<String, String> variables(List<Fields> entries) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Fields entry : entries) {
            if (entry.has("value")) {
                variables.put(entry.string("name"), entry.string("value"));
            }
        }
        return Map.copyOf(variables);
    }

    /** Scalars of any type as text: values files write {@code true} without quotes. */
    private static Map<String, String> texts(Fields mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : mapping.keys()) {
            mapping.node(key).ifPresent(node -> {
                if (node instanceof Node.Scalar scalar) {
                    texts.put(key, scalar.text());
                }
            });
        }
        return Map.copyOf(texts);
    }
}
