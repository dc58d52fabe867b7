package dev.dsctl.cli.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that make the second side of a comparison another one than the first. */
public final class SecondInput {

    @Option(
            names = "--with",
            paramLabel = "PATH",
            description = "Compare with what these manifests give instead of those of -f. Repeatable.")
    private List<String> paths = List.of();

    @Option(names = "--with-istio-version", paramLabel = "RELEASE", description = "Compare with this Istio release.")
    private String istioVersion;

    @Option(names = "--with-mesh-config", paramLabel = "FILE", description = "Compare with this MeshConfig.")
    private String meshConfig;

    @Option(
            names = "--with-pilot-env",
            paramLabel = "NAME=VALUE",
            description = "Compare with this variable of istiod's environment. Repeatable.")
    private Map<String, String> pilotEnv = new LinkedHashMap<>();

    /** Whether there is a second side. */
    public boolean isGiven() {
        return !paths.isEmpty() || istioVersion != null || meshConfig != null || !pilotEnv.isEmpty();
    }

    /** The options of the second side. */
    public InputOptions over(InputOptions first) {
        return first.with(this);
    }

    /** What both sides are, as far as they differ: what one has is told of the other too. */
    public String label(MeshInput side, InputOptions options) {
        List<String> parts = new ArrayList<>();
        parts.add(options.label());
        if (istioVersion != null) {
            parts.add("Istio " + side.mesh().profile().release());
        }
        if (meshConfig != null) {
            parts.add("mesh config " + options.meshConfig().orElse("of the input"));
        }
        for (String name : pilotEnv.keySet()) {
            parts.add(name + "=" + side.mesh().env().text(name, ""));
        }
        return String.join(", ", parts);
    }

    List<String> paths() {
        return paths;
    }

    Optional<String> istioVersion() {
        return Optional.ofNullable(istioVersion);
    }

    Optional<String> meshConfig() {
        return Optional.ofNullable(meshConfig);
    }

    Map<String, String> pilotEnv() {
        return pilotEnv;
    }
}
