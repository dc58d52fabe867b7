package dev.dsctl.render.patch;

import com.google.protobuf.Message;
import dev.dsctl.model.extension.EnvoyFilter;
import dev.dsctl.model.extension.EnvoyFilter.ConfigPatch;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.json.JsonObject;
import dev.dsctl.render.json.ProtoJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of patches as Envoy messages. Source: {@code BuildXDSObjectFromStruct}, pkg/config/xds/filter_types.go. */
final class PatchValues {

    private final ProtoJson json = new ProtoJson();

    /**
     * A patch's value; the type's empty message when it has none.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when it isn't such a message
     */
    Message read(ConfigPatch patch, Message prototype, EnvoyFilter filter) {
        if (!(patch.value() instanceof Node.Mapping mapping)) {
            return prototype;
        }
        SourceRef at = new SourceRef(filter.meta().source().file(), patch.line());
        return json.read(object(mapping), prototype, at);
    }

    private static JsonObject object(Node.Mapping mapping) {
        Map<String, Object> members = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> members.put(key, value(value)));
        return new JsonObject(mapping.line(), members);
    }

    private static Object value(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return object(mapping);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Object> items = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> items.add(value(item)));
            return items;
        }
        return ((Node.Scalar) node).value();
    }
}
