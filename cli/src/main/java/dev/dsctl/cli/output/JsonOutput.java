package dev.dsctl.cli.output;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.Renderer;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.SnapshotPrinter;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Snapshots as JSON: one proxy's as it is, those of several as an object keyed {@code pod.namespace}. */
final class JsonOutput {

    private static final int INDENT = 2;

    private JsonOutput() {}

    static void print(Mesh mesh, List<Proxy> proxies, Set<ResourceKind> kinds, Appendable out) throws IOException {
        SnapshotPrinter printer = new SnapshotPrinter(new ProtoJson(), kinds);
        JsonWriter json = new JsonWriter(out, INDENT);
        if (proxies.size() == 1) {
            printer.print(Renderer.render(ProxyView.of(mesh, proxies.get(0))), json);
        } else {
            json.beginObject();
            for (Proxy proxy : proxies) {
                json.name(proxy.id());
                printer.print(Renderer.render(ProxyView.of(mesh, proxy)), json);
            }
            json.endObject();
        }
        json.finish();
    }
}
