package dev.dsctl.cli.design;

import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.XdsSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the designs take for the same proxies.
 *
 * @param release which release they are compared at
 * @param measure what the rows are: proxies, or numbers of services
 * @param rows what each design takes for each
 */
public record DesignComparison(String release, Measure measure, List<Row> rows) {

    /** What rows of a comparison are. */
    public enum Measure {
        /** Sidecars of a mesh. */
        PROXIES,
        /** Meshes of so many services, seen by one sidecar. */
        SERVICES
    }

    /** Of proxies of a mesh. */
    public static DesignComparison ofProxies(
            Manifests manifests, MeshSettings settings, List<String> proxies, Optional<EnvoyMemory> envoy) {
        Map<String, Map<Design, Footprint>> byProxy = new java.util.LinkedHashMap<>();
        for (Design design : Design.values()) {
            Mesh mesh = Mesh.of(manifests, design.over(settings), new Problems());
            for (Proxy proxy : mesh.proxies()) {
                if (proxies.contains(proxy.id())) {
                    byProxy.computeIfAbsent(proxy.id(), id -> new EnumMap<>(Design.class))
                            .put(design, footprint(mesh, proxy, envoy));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        byProxy.forEach((proxy, footprints) -> rows.add(new Row(proxy, footprints)));
        return new DesignComparison(settings.profile().release(), Measure.PROXIES, rows);
    }

    /** Of one proxy in meshes of so many services. */
    public static DesignComparison ofGrowth(
            List<ServiceShape> shapes, List<Integer> sizes, MeshSettings settings, Optional<EnvoyMemory> envoy) {
        List<Row> rows = new ArrayList<>();
        for (int size : sizes) {
            Manifests manifests = ManifestReader.readTexts(List.of(GrownMesh.of(shapes, size)));
            Map<Design, Footprint> footprints = new EnumMap<>(Design.class);
            for (Design design : Design.values()) {
                Mesh mesh = Mesh.of(manifests, design.over(settings), new Problems());
                footprints.put(design, footprint(mesh, mesh.proxies().get(0), envoy));
            }
            rows.add(new Row(Integer.toString(size), footprints));
        }
        return new DesignComparison(settings.profile().release(), Measure.SERVICES, rows);
    }

    private static Footprint footprint(Mesh mesh, Proxy proxy, Optional<EnvoyMemory> envoy) {
        ProxyView view = ProxyView.of(mesh, proxy);
        XdsSnapshot snapshot = Renderer.render(view);
        return Footprint.of(snapshot, envoy.map(asked -> asked.allocated(view, snapshot)));
    }

    /** What each design takes for all rows together. */
    Row total() {
        Map<Design, Footprint> sums = new EnumMap<>(Design.class);
        for (Row row : rows) {
            row.footprints().forEach((design, footprint) -> sums.merge(design, footprint, Footprint::plus));
        }
        return new Row("all", sums);
    }

    /** Whether an Envoy was asked. */
    boolean hasMemory() {
        return rows.stream()
                .anyMatch(row -> row.footprints().values().stream()
                        .anyMatch(footprint -> footprint.memory().isPresent()));
    }
}
