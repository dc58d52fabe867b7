package dev.dsctl.cli;

import dev.dsctl.cli.input.InputOptions;
import dev.dsctl.cli.input.MeshInput;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.render.json.NodeValues;
import dev.dsctl.render.json.YamlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dsctl materialize}: manifests as a cluster would hold them. */
@Command(
        name = "materialize",
        description =
                "Prints manifests with what a cluster would add: addresses and families of Services, pods of workloads with"
                        + " their sidecars, EndpointSlices. What is added is annotated with dsctl.dev/synthetic.",
        footer = {"", "Example:", "  dsctl materialize -f manifests/ --cluster-family dual-v6-first > completed.yaml"})
final class MaterializeCommand implements Callable<Integer> {

    private final InputStream in;

    @Mixin
    private InputOptions input;

    @Spec
    private CommandSpec spec;

    MaterializeCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        if (!input.hasManifests()) {
            throw new UsageException("-f says which manifests to complete; a cluster's are complete");
        }
        PrintWriter out = spec.commandLine().getOut();
        String separator = "";
        for (Manifest manifest :
                MeshInput.completed(input, in, spec.commandLine().getErr())) {
            out.print(separator);
            YamlWriter yaml = new YamlWriter(out);
            yaml.document(NodeValues.of(inItsNamespace(manifest)));
            yaml.flush();
            separator = "---\n";
        }
        out.flush();
        return ExitCode.OK.code();
    }

    /** The object with the namespace it got from the command line. */
    private static Node.Mapping inItsNamespace(Manifest manifest) {
        Node.Mapping metadata = Nodes.mapping(manifest.root(), "metadata");
        boolean says = metadata.entries().get("namespace") instanceof Node.Scalar scalar
                && !scalar.text().isEmpty();
        return says || manifest.namespace().isEmpty()
                ? manifest.root()
                : Nodes.with(
                        manifest.root(),
                        Nodes.map("metadata", Nodes.with(metadata, Nodes.map("namespace", manifest.namespace()))));
    }
}
