package dev.dsctl.render.patch;

import com.google.protobuf.Message;
import dev.dsctl.model.extension.EnvoyFilter;
import dev.dsctl.model.extension.EnvoyFilter.ConfigPatch;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.json.NodeValues;
import dev.dsctl.render.json.ProtoJson;

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
        return json.read(NodeValues.of(mapping), prototype, at);
    }
}
