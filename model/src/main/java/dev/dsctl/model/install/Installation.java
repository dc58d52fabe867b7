package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.profile.IstioProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Istio is installed: what its Deployment, its own resources, values files and options come to for one release.
 *
 * <p>What runs (Deployment, ConfigMap) counts more than what installs it, and what is given beside the manifests more than both.
 */
public final class Installation {

    private static final String DEFAULT_NAMESPACE = "istio-system";
    private static final String SHARED_MESH_CONFIG = "SHARED_MESH_CONFIG";

    private final List<ControlPlane> planes;
    private final Overrides overrides;
    private final IstioProfile profile;
    private final Problems problems;
    private final Layers running;
    private final List<Layer> configMaps;

    private Installation(
            List<ControlPlane> planes,
            Overrides overrides,
            IstioProfile profile,
            Problems problems,
            List<Layer> configMaps) {
        this.planes = planes;
        this.overrides = overrides;
        this.profile = profile;
        this.problems = problems;
        this.configMaps = configMaps;
        this.running = over(deployment().map(plane -> new Layer(plane.at().file(), plane.settings())).stream()
                .toList());
    }

    /** The installation that control planes and overrides describe; what doesn't fit goes to {@code problems}. */
    public static Installation of(
            List<ControlPlane> planes, Overrides overrides, IstioProfile profile, Problems problems) {
        return new Installation(planes, overrides, profile, problems, List.of());
    }

    /** The same with the settings of the mesh that the cluster holds, if the manifests have them. */
    public Installation withConfigMaps(Manifests manifests) {
        String shared = env().getOrDefault(SHARED_MESH_CONFIG, "");
        String own = revision().isEmpty() ? "istio" : "istio-" + revision();
        List<Layer> found = new ArrayList<>();
        for (String name : shared.isEmpty() ? List.of(own) : List.of(shared, own)) {
            MeshConfigMap.in(manifests, namespace(), name, problems).ifPresent(found::add);
        }
        return new Installation(planes, overrides, profile, problems, found);
    }

    /** The same with settings of the mesh that take the place of those that the cluster holds. */
    public Installation withMeshConfig(String file, Node.Mapping root) {
        return new Installation(planes, overrides, profile, problems, List.of(new Layer(file, root)));
    }

    /** Whether anything says how istiod is installed, so that what it doesn't say is as charts have it. */
    public boolean isDescribed() {
        return !planes.isEmpty() || !overrides.files().isEmpty();
    }

    private Optional<ControlPlane> deployment() {
        return planes.stream().filter(ControlPlane::isDeployment).findFirst();
    }

    /** What is described over a base; over what installs it when there is no base. */
    private Layers over(List<Layer> base) {
        List<Layer> user = new ArrayList<>();
        if (base.isEmpty()) {
            planes.stream().filter(plane -> !plane.isDeployment()).forEach(plane -> user.add(layer(plane)));
        }
        user.addAll(overrides.layers(profile));
        return new Layers(base)
                .and(Presets.of(new Layers(user), profile, problems))
                .and(user);
    }

    private Layer layer(ControlPlane plane) {
        Node.Mapping settings = plane.kind() == ControlPlane.Kind.OPERATOR
                ? ChartValues.ofOperator(plane.settings(), profile)
                : ChartValues.ofHelm(plane.settings(), profile);
        return new Layer(plane.at().file(), settings);
    }

    /** The namespace of istiod. */
    public String namespace() {
        String said = Trees.scalar(running.merged(), "istioNamespace");
        return !said.isEmpty()
                ? said
                : planes.stream().map(ControlPlane::namespace).findFirst().orElse(DEFAULT_NAMESPACE);
    }

    /** The revision of istiod, empty for the default one. */
    public String revision() {
        String said = Trees.scalar(running.merged(), "revision");
        String revision = !said.isEmpty()
                ? said
                : planes.stream().map(ControlPlane::revision).findFirst().orElse("");
        return revision.equals("default") ? "" : revision;
    }

    /** What completes short host names, empty when nothing says how istiod is installed. */
    public String domain() {
        String fallback = isDescribed() && deployment().isEmpty() ? "cluster.local" : "";
        String said = Trees.scalar(running.merged(), "clusterDomain");
        return said.isEmpty() ? fallback : said;
    }

    /** istiod's environment. */
    public Map<String, String> env() {
        Map<String, String> variables = new LinkedHashMap<>();
        Trees.mapping(running.merged(), ChartValues.ENV)
                .entries()
                .forEach((name, value) -> variables.put(name, Trees.text(value)));
        return variables;
    }

    /** Where a variable of istiod's environment is set. */
    Optional<SourceRef> placeOf(String variable) {
        return running.from(List.of(ChartValues.ENV, variable));
    }

    /** The mesh's settings and where each comes from; empty when nothing says any. */
    public Optional<InstalledMesh> mesh() {
        List<Layer> base = configMaps.stream()
                .map(map -> map.with(Trees.nested(map.values(), ChartValues.MESH)))
                .toList();
        Layers layers = over(base);
        Node.Mapping all = layers.merged();
        if (base.isEmpty()
                && !isDescribed()
                && Trees.mapping(all, ChartValues.MESH).entries().isEmpty()) {
            return Optional.empty();
        }
        for (Layer layer : layers.all()) {
            MeshConfig.of(Trees.mapping(layer.values(), ChartValues.MESH), layer.source(), problems);
        }
        Layers complete = base.isEmpty() ? InstalledMesh.withChartDefaults(layers, namespace(), profile) : layers;
        return Optional.of(new InstalledMesh(complete));
    }

    /** Whether the settings of the mesh are known to be those of this istiod. */
    public boolean knowsMesh() {
        return !configMaps.isEmpty()
                || planes.stream().anyMatch(plane -> !plane.isDeployment())
                || !overrides.files().isEmpty();
    }

    /** The release. */
    IstioProfile profile() {
        return profile;
    }

    /** Every setting of istiod's and the mesh's by name. */
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        String at =
                planes.stream().map(plane -> plane.at().toString()).findFirst().orElse("default");
        settings.add(new Setting("namespace", namespace(), from(running, "istioNamespace", at)));
        settings.add(
                new Setting("revision", revision().isEmpty() ? "default" : revision(), from(running, "revision", at)));
        if (!domain().isEmpty()) {
            settings.add(new Setting("domain", domain(), from(running, "clusterDomain", "chart default")));
        }
        settings.addAll(running.settings(ChartValues.ENV));
        mesh().ifPresent(mesh -> settings.addAll(mesh.settings()));
        return settings;
    }

    private static String from(Layers layers, String key, String otherwise) {
        return layers.from(List.of(key)).map(SourceRef::toString).orElse(otherwise);
    }
}
