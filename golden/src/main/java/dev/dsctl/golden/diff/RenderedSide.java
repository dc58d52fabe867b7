package dev.dsctl.golden.diff;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.Fleet;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.FleetPrinter;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.SnapshotFolder;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What istiod would send the proxies of a mesh. */
public final class RenderedSide implements Side {

    private final String label;
    private final Fleet fleet;
    private final SortedMap<String, Proxy> proxies = new TreeMap<>();
    private final ProtoJson json = new ProtoJson();
    private final FleetPrinter printer = new FleetPrinter(json);

    /** Of some proxies of a mesh. */
    public RenderedSide(String label, Mesh mesh, Collection<Proxy> proxies) {
        this.label = label;
        this.fleet = new Fleet(mesh);
        proxies.forEach(proxy -> this.proxies.put(proxy.id(), proxy));
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public SortedSet<String> proxies() {
        return new TreeSet<>(proxies.keySet());
    }

    @Override
    public ProxyConfig config(String proxy) {
        XdsSnapshot snapshot = fleet.render(proxies.get(proxy));
        return new ProxyConfig(
                Rendered.of(snapshot, json).resources(),
                (kind, utf8) -> SnapshotFolder.holds(kind.of(snapshot), kind, utf8, printer));
    }

    @Override
    public List<String> together(SortedSet<String> some) {
        return fleet.together(some.stream().map(proxies::get).toList()).stream()
                .map(Proxy::id)
                .toList();
    }
}
