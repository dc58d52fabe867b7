package dev.dsctl.cli.live;

import dev.dsctl.model.manifest.Diagnostic;
import dev.dsctl.model.manifest.ManifestText;
import java.util.List;

/**
 * What was read of a cluster.
 *
 * @param texts the API server's answers
 * @param missing a warning for everything that couldn't be read
 * @param notes what else the user should know
 * @param namespace the namespace of the kubeconfig's context
 */
public record ClusterContent(
        List<ManifestText> texts, List<Diagnostic> missing, List<String> notes, String namespace) {}
