package dev.dsctl.cli.output;

import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.render.ResourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** The same as {@link JsonOutput}, in YAML's block style. */
final class YamlOutput {

    private static final int WIDTH = 4096;

    private YamlOutput() {}

    static void print(Mesh mesh, List<Proxy> proxies, Set<ResourceKind> kinds, Appendable out) throws IOException {
        StringBuilder json = new StringBuilder();
        JsonOutput.print(mesh, proxies, kinds, json);
        // JSON is YAML, so that the YAML reader serves.
        LoadSettings reading =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        Object tree = new Load(reading).loadFromString(json.toString());
        DumpSettings writing = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(WIDTH)
                .build();
        new Dump(writing, new Quoting(writing)).dump(tree, new Sink(out));
    }

    /** Quotes text that YAML 1.1, which Kubernetes' tools read, takes for something else. */
    private static final class Quoting extends StandardRepresenter {

        private static final Pattern AMBIGUOUS =
                Pattern.compile("(?i)y|n|yes|no|on|off|[-+]?[0-9][0-9_:.]*|0[bx][0-9a-f_]+|[-+]?\\.[0-9_]+|=|<<");

        Quoting(DumpSettings settings) {
            super(settings);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean quote = tag.equals(Tag.STR)
                    && style == ScalarStyle.PLAIN
                    && AMBIGUOUS.matcher(value).matches();
            return super.representScalar(tag, value, quote ? ScalarStyle.DOUBLE_QUOTED : style);
        }
    }

    private record Sink(Appendable out) implements StreamDataWriter {

        @Override
        public void write(String text) {
            write(text, 0, text.length());
        }

        @Override
        public void write(String text, int off, int len) {
            try {
                out.append(text, off, off + len);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
