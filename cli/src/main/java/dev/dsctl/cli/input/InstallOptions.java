package dev.dsctl.cli.input;

import dev.dsctl.cli.UsageException;
import dev.dsctl.model.install.Overrides;
import dev.dsctl.model.manifest.Problems;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say how Istio is installed, in the words of those who install it. */
public final class InstallOptions {

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "Helm values that the istiod chart is installed with. Repeatable, later ones count more.")
    private List<String> values = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "A value as Helm or istioctl sets it, such as pilot.env.ISTIO_DUAL_STACK=true or"
                    + " values.pilot.env.ISTIO_DUAL_STACK=true. Repeatable; counts more than --values.")
    private List<String> set = List.of();

    /** What they say; what is wrong with the files goes to {@code problems}. */
    Overrides overrides(Problems problems) {
        try {
            return Overrides.read(values, set, problems);
        } catch (IllegalArgumentException notAnAssignment) {
            throw new UsageException("--set: " + notAnAssignment.getMessage());
        }
    }
}
