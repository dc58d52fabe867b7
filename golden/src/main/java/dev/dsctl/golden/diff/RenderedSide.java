package dev.dsctl.golden.diff;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.Fleet;
import dev.dsctl.render.json.ProtoJson;
import java.util.Collection;
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
        return Rendered.of(fleet.render(proxies.get(proxy)), json);
    }
}
