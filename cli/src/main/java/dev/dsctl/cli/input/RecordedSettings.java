package dev.dsctl.cli.input;

import dev.dsctl.model.manifest.Node;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What something was computed with before. A setting that was an option then is one again; any other holds only where the input says nothing.
 *
 * @param release Istio's release
 * @param env istiod's environment
 * @param meshConfig MeshConfig
 * @param given which of them were options: {@code istioVersion}, {@code meshConfig}, {@code pilotEnv.NAME}
 * @param file where they are written, for messages
 */
public record RecordedSettings(
        Optional<String> release, Map<String, String> env, Node.Mapping meshConfig, Set<String> given, String file) {

    /** Nothing was recorded. */
    public static final RecordedSettings NONE =
            new RecordedSettings(Optional.empty(), Map.of(), new Node.Mapping(0, Map.of()), Set.of(), "");

    static final String ISTIO_VERSION = "istioVersion";
    static final String PILOT_ENV = "pilotEnv.";
    static final String MESH_CONFIG = "meshConfig";

    Optional<String> givenRelease() {
        return given.contains(ISTIO_VERSION) ? release : Optional.empty();
    }

    Map<String, String> givenEnv() {
        Map<String, String> variables = new TreeMap<>(env);
        variables.keySet().removeIf(name -> !given.contains(PILOT_ENV + name));
        return variables;
    }

    Optional<Node.Mapping> givenMeshConfig() {
        return given.contains(MESH_CONFIG) ? Optional.of(meshConfig) : Optional.empty();
    }
}
