package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.DefaultProviders;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.profile.IstioProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mesh's settings as an installation has them. */
public final class InstalledMesh {

    private final Layers layers;

    InstalledMesh(Layers layers) {
        this.layers = layers;
    }

    /**
     * Settings with those that the istiod chart adds. Source: manifests/charts/istio-control/istio-discovery/templates/configmap.yaml and
     * _helpers.tpl ({@code default-prometheus}).
     */
    static Layers withChartDefaults(Layers layers, String namespace, IstioProfile profile) {
        Node.Mapping all = layers.merged();
        Map<String, Object> added = Nodes.map("rootNamespace", namespace);
        boolean telemetry = isOn(all, "telemetry.enabled")
                && isOn(all, "telemetry.v2.enabled")
                && isOn(all, "telemetry.v2.prometheus.enabled");
        boolean chosen =
                !Trees.mapping(all, "meshConfig.defaultProviders").entries().isEmpty();
        List<String> metrics = DefaultProviders.metrics(profile);
        if (telemetry && !chosen && !metrics.isEmpty()) {
            added.put("defaultProviders", Nodes.map("metrics", metrics));
        }
        Layer defaults = new Layer("chart default", (Node.Mapping) Nodes.of(0, Nodes.map(ChartValues.MESH, added)));
        List<Layer> complete = new ArrayList<>(List.of(defaults));
        complete.addAll(layers.all());
        return new Layers(complete);
    }

    private static boolean isOn(Node.Mapping all, String path) {
        return !Trees.scalar(all, path).equals("false");
    }

    /** The settings. What is wrong with them was said when they were put together. */
    public MeshConfig config() {
        return MeshConfig.of(root(), "", new Problems());
    }

    private Node.Mapping root() {
        return Trees.mapping(layers.merged(), ChartValues.MESH);
    }

    /** What is in the environment of proxies. */
    String proxyMetadata(String name) {
        return Trees.at(root(), List.of("defaultConfig", "proxyMetadata", name))
                .map(Trees::text)
                .orElse("");
    }

    Optional<SourceRef> placeOfProxyMetadata(String name) {
        return layers.from(List.of(ChartValues.MESH, "defaultConfig", "proxyMetadata", name));
    }

    List<Setting> settings() {
        return layers.settings(ChartValues.MESH);
    }
}
