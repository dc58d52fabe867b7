package dev.dsctl.render.json;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A snapshot as Envoy's admin interface shows its configuration, so that tools that read config dumps can read it. */
public final class ConfigDumpWriter {

    private static final String TYPES = "type.googleapis.com/envoy.admin.v3.";

    private final JsonWriter out;
    private final MessagePrinter messages;

    /** Writes to a JSON document. */
    public ConfigDumpWriter(ProtoJson json, JsonWriter out) {
        this.out = out;
        this.messages = new MessagePrinter(json, out, Naming.PROTO);
    }

    /** Writes some kinds of a snapshot. When it is all of them, the sections that dsctl knows nothing of are there, empty. */
    public void write(XdsSnapshot snapshot, Set<ResourceKind> kinds) throws IOException {
        boolean whole = kinds.size() == ResourceKind.values().length;
        out.beginObject();
        out.name("configs");
        out.beginArray();
        if (whole) {
            empty("BootstrapConfigDump");
        }
        for (ConfigDumpSection section : ConfigDumpSection.values()) {
            if (kinds.contains(section.kind())) {
                section(section, section.kind().of(snapshot));
            }
        }
        if (whole) {
            empty("SecretsConfigDump");
        }
        out.endArray();
        out.endObject();
    }

    private void empty(String type) throws IOException {
        out.element();
        out.beginObject();
        type(type);
        out.endObject();
    }

    private void type(String type) {
        out.name("@type");
        out.text(TYPES + type);
    }

    private void section(ConfigDumpSection section, List<? extends Message> resources) throws IOException {
        out.element();
        out.beginObject();
        type(section.type());
        if (!resources.isEmpty()) {
            out.name(section.dynamic());
            out.beginArray();
            for (Message resource : resources) {
                out.element();
                resource(section, resource);
            }
            out.endArray();
        }
        out.endObject();
    }

    private void resource(ConfigDumpSection section, Message resource) throws IOException {
        out.beginObject();
        if (resource instanceof Listener listener) {
            out.name("name");
            out.text(listener.getName());
            out.name("active_state");
            out.beginObject();
            typed(section, resource);
            out.endObject();
        } else {
            typed(section, resource);
        }
        out.endObject();
    }

    private void typed(ConfigDumpSection section, Message resource) throws IOException {
        out.name(section.member());
        messages.printTyped(resource);
    }
}
