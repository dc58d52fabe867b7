package dev.dsctl.cli.output;

import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.table.Host;
import dev.dsctl.cli.table.Style;
import dev.dsctl.cli.table.Tables;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.Fleet;
import dev.dsctl.render.InOrder;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.ConfigDumpWriter;
import dev.dsctl.render.json.FleetPrinter;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.SnapshotPrinter;
import dev.dsctl.render.json.YamlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;

/**
 * Renders proxies one after the other and prints each before the next, so that memory doesn't grow with their number. One
 * proxy's snapshot is printed as it is, those of several under {@code pod.namespace}.
 */
public final class SnapshotOutput {

    private static final int INDENT = 2;

    private final Fleet fleet;
    private final Set<ResourceKind> kinds;
    private final PrintWriter out;
    private final int jobs;
    private final ProtoJson messages = new ProtoJson();

    /** Prints some kinds of a mesh's snapshots; as JSON, so many are made at a time. */
    public SnapshotOutput(Mesh mesh, Set<ResourceKind> kinds, PrintWriter out, int jobs) {
        this.fleet = new Fleet(mesh);
        this.kinds = kinds;
        this.out = out;
        this.jobs = jobs;
    }

    /** Prints the snapshots of some proxies. */
    public void print(OutputFormat format, List<Proxy> proxies) throws IOException {
        switch (format) {
            case JSON -> json(proxies);
            case YAML -> yaml(proxies);
            case SHORT -> tables(proxies);
            case CONFIG_DUMP -> configDump(proxies);
        }
    }

    private XdsSnapshot render(Proxy proxy) {
        return fleet.render(proxy);
    }

    private void json(List<Proxy> proxies) throws IOException {
        JsonWriter json = new JsonWriter(TextOut.bytes(out), INDENT);
        if (proxies.size() == 1) {
            new SnapshotPrinter(messages, kinds).print(render(proxies.get(0)), json);
        } else {
            SnapshotPrinter printer = new SnapshotPrinter(new FleetPrinter(messages), kinds);
            json.beginObject();
            InOrder.each(proxies, jobs, proxy -> new Printed(proxy, text(proxy, printer)), printed -> {
                json.name(printed.proxy().id());
                json.raw(printed.text());
                json.flush();
            });
            json.endObject();
        }
        json.finish();
    }

    private byte[] text(Proxy proxy, SnapshotPrinter printer) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(text, INDENT, 1);
        printer.print(render(proxy), json);
        json.flush();
        return text.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Printed(Proxy proxy, byte[] text) {}

    private void yaml(List<Proxy> proxies) throws IOException {
        if (proxies.size() == 1) {
            yaml(render(proxies.get(0)), out);
            return;
        }
        for (Proxy proxy : proxies) {
            out.append(proxy.id()).append(":\n");
            yaml(render(proxy), new Indented(out, INDENT));
        }
    }

    private void yaml(XdsSnapshot snapshot, Appendable to) throws IOException {
        for (ResourceKind kind : ResourceKind.values()) {
            if (kinds.contains(kind)) {
                boolean empty = kind.of(snapshot).isEmpty();
                if (kinds.size() > 1) {
                    to.append(kind.key()).append(empty ? ": " : ":\n");
                }
                messages.write(kind.of(snapshot), new YamlWriter(to));
            }
        }
    }

    private void tables(List<Proxy> proxies) {
        for (Proxy proxy : proxies) {
            if (proxies.size() > 1) {
                out.print("====== " + proxy.id() + " ======\n\n");
            }
            tables(render(proxy));
            if (proxies.size() > 1) {
                out.print("\n");
            }
        }
    }

    private void tables(XdsSnapshot snapshot) {
        if (kinds.size() > 1) {
            Tables.all(kinds, snapshot, Style.NAMED, out);
        } else if (kinds.contains(ResourceKind.ENDPOINTS)) {
            Tables.hosts(
                    snapshot.endpoints().stream()
                            .flatMap(e -> Host.of(e).stream())
                            .toList(),
                    out);
        } else {
            Tables.print(kinds.iterator().next(), snapshot, Style.DEFAULT, out);
        }
    }

    private void configDump(List<Proxy> proxies) throws IOException {
        if (proxies.size() > 1) {
            throw new UsageException("a config dump is of one proxy: say which with --proxy");
        }
        JsonWriter json = new JsonWriter(TextOut.bytes(out), INDENT);
        new ConfigDumpWriter(messages, json).write(render(proxies.get(0)), kinds);
        json.finish();
    }
}
