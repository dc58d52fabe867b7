package dev.dsctl.cli.output;

import com.google.protobuf.Message;
import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.input.ProxyKind;
import dev.dsctl.cli.table.Filters;
import dev.dsctl.cli.table.Host;
import dev.dsctl.cli.table.Style;
import dev.dsctl.cli.table.Tables;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.ConfigDump;
import dev.dsctl.render.json.ConfigDumpWriter;
import dev.dsctl.render.json.JsonReader;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.YamlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Prints one proxy's configuration as {@code istioctl proxy-config} does. */
public final class ProxyConfigPrinter {

    private static final int INDENT = 4;

    private final ProxyKind kind;
    private final Filters filters;
    private final Style style;
    private final ProtoJson json;

    /** Prints what passes the filters. */
    public ProxyConfigPrinter(ProxyKind kind, Filters filters, boolean verbose, boolean headings, ProtoJson json) {
        this.kind = kind;
        this.filters = filters;
        this.style = new Style(verbose, kind == ProxyKind.ALL, headings);
        this.json = json;
    }

    /**
     * Prints a configuration.
     *
     * @throws UsageException when it lacks what is asked for
     */
    public void print(ConfigDump config, OutputFormat format, PrintWriter out) throws IOException {
        Set<ResourceKind> kinds = EnumSet.copyOf(kind.resources());
        if (kind == ProxyKind.ALL) {
            kinds.retainAll(config.kinds());
        } else {
            check(config);
        }
        XdsSnapshot snapshot = filters.apply(config.snapshot());
        switch (format) {
            case SHORT -> tables(config, snapshot, kinds, out);
            case JSON -> json(config, snapshot, kinds, out);
            case YAML -> {
                yaml(config, snapshot, kinds, out);
                // istioctl ends the text with a line of its own.
                out.print('\n');
            }
            case CONFIG_DUMP -> dump(snapshot, kinds, TextOut.bytes(out));
        }
    }

    private void check(ConfigDump config) {
        ResourceKind wanted = kind.resources().iterator().next();
        if (config.kinds().contains(wanted)) {
            return;
        }
        if (wanted != ResourceKind.ENDPOINTS) {
            throw new UsageException("the dump has no " + wanted.key());
        }
        if (config.statuses().isEmpty()) {
            throw new UsageException(
                    "the dump has no endpoints: Envoy gives them with config_dump?include_eds or clusters?format=json");
        }
    }

    private void tables(ConfigDump config, XdsSnapshot snapshot, Set<ResourceKind> kinds, PrintWriter out) {
        if (kind == ProxyKind.ALL) {
            Tables.all(kinds, snapshot, style, out);
        } else if (kind == ProxyKind.ENDPOINTS) {
            Tables.hosts(filters.apply(hosts(config)), out);
        } else {
            Tables.print(kinds.iterator().next(), snapshot, style, out);
        }
    }

    private static List<Host> hosts(ConfigDump config) {
        List<Host> hosts = new ArrayList<>();
        config.statuses().forEach(status -> hosts.addAll(Host.of(status)));
        config.snapshot().endpoints().forEach(assignment -> hosts.addAll(Host.of(assignment)));
        return hosts;
    }

    private List<? extends Message> messages(ConfigDump config, XdsSnapshot snapshot, Set<ResourceKind> kinds) {
        boolean statuses =
                kinds.contains(ResourceKind.ENDPOINTS) && !config.statuses().isEmpty();
        return statuses
                ? filters.applyTo(config.statuses())
                : kinds.iterator().next().of(snapshot);
    }

    private void json(ConfigDump config, XdsSnapshot snapshot, Set<ResourceKind> kinds, PrintWriter out)
            throws IOException {
        if (kind == ProxyKind.ALL) {
            dump(snapshot, kinds, TextOut.bytes(out));
            return;
        }
        JsonWriter writer = new JsonWriter(TextOut.bytes(out), INDENT);
        json.write(messages(config, snapshot, kinds), writer);
        writer.finish();
    }

    private void yaml(ConfigDump config, XdsSnapshot snapshot, Set<ResourceKind> kinds, PrintWriter out)
            throws IOException {
        if (kind == ProxyKind.ALL) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            dump(snapshot, kinds, text);
            StringReader reader = new StringReader(text.toString(StandardCharsets.UTF_8));
            new YamlWriter(out).document(JsonReader.document(reader, ""));
        } else {
            json.write(messages(config, snapshot, kinds), new YamlWriter(out));
        }
    }

    private void dump(XdsSnapshot snapshot, Set<ResourceKind> kinds, OutputStream out) throws IOException {
        JsonWriter writer = new JsonWriter(out, INDENT);
        new ConfigDumpWriter(json, writer).write(snapshot, kinds);
        writer.finish();
    }
}
