package dev.dsctl.cli.input;

import dev.dsctl.cli.live.LiveOptions;
import dev.dsctl.model.install.Overrides;
import dev.dsctl.model.manifest.ManifestSources;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.synthesis.ClusterNetwork;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that reads manifests. */
public final class InputOptions {

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "[NAMESPACE=]PATH",
            description = "Manifests: a file, a folder (its .yaml, .yml and .json), or - for standard input; with a"
                    + " namespace for what doesn't say its own. Repeatable (default: a live cluster is read).")
    private List<String> paths = List.of();

    @Mixin
    private LiveOptions live;

    @Option(
            names = {"-R", "--recursive"},
            description = "Also read the folders below a folder.")
    private boolean recursive;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description =
                    "Namespace of manifests and proxies given without one (default: 'default'; of a live cluster, the"
                            + " context's).")
    private String namespace;

    @Option(
            names = "--istio-version",
            paramLabel = "RELEASE",
            description = "Istio release such as 1.29 or 1.29.6 (default: the newest that dsctl knows).")
    private String istioVersion;

    @Option(
            names = "--mesh-config",
            paramLabel = "FILE",
            description = "MeshConfig to use instead of the one in the input's ConfigMap istio.")
    private String meshConfig;

    @Option(
            names = "--pilot-env",
            paramLabel = "NAME=VALUE",
            description = "A variable of istiod's environment. Repeatable.")
    private Map<String, String> pilotEnv = new LinkedHashMap<>();

    @Mixin
    private InstallOptions install;

    @Mixin
    private NetworkOptions network;

    @Option(names = "--strict", description = "Treat warnings about the input as errors.")
    private boolean strict;

    private RecordedSettings recorded = RecordedSettings.NONE;

    /** The same options over those that something was recorded with. */
    public InputOptions over(RecordedSettings settings) {
        InputOptions copy = copy();
        copy.recorded = settings;
        return copy;
    }

    /** The same options but for what a second side has of its own. */
    InputOptions with(SecondInput second) {
        InputOptions copy = copy();
        copy.paths = second.paths().isEmpty() ? paths : second.paths();
        copy.istioVersion = second.istioVersion().orElse(istioVersion);
        copy.meshConfig = second.meshConfig().orElse(meshConfig);
        copy.pilotEnv = new LinkedHashMap<>(pilotEnv);
        copy.pilotEnv.putAll(second.pilotEnv());
        return copy;
    }

    /** The same options with a variable of istiod's environment, unless they have it already. */
    public InputOptions withVariable(String name, String value) {
        InputOptions copy = copy();
        copy.pilotEnv = new LinkedHashMap<>(pilotEnv);
        copy.pilotEnv.putIfAbsent(name, value);
        return copy;
    }

    private InputOptions copy() {
        InputOptions copy = new InputOptions();
        copy.paths = paths;
        copy.live = live;
        copy.recursive = recursive;
        copy.namespace = namespace;
        copy.istioVersion = istioVersion;
        copy.meshConfig = meshConfig;
        copy.pilotEnv = pilotEnv;
        copy.install = install;
        copy.network = network;
        copy.strict = strict;
        copy.recorded = recorded;
        return copy;
    }

    /** Which settings are given rather than found in the input, by the names of {@link RecordedSettings}. */
    public Set<String> given() {
        Set<String> given = new TreeSet<>(recorded.given());
        if (istioVersion != null) {
            given.add(RecordedSettings.ISTIO_VERSION);
        }
        pilotEnv.keySet().forEach(name -> given.add(RecordedSettings.PILOT_ENV + name));
        Overrides overrides = overrides(new Problems());
        IstioProfile profile = IstioProfiles.newest();
        overrides.variables(profile).forEach(name -> given.add(RecordedSettings.PILOT_ENV + name));
        if (overrides.release().isPresent()) {
            given.add(RecordedSettings.ISTIO_VERSION);
        }
        if (meshConfig != null || overrides.setMesh(profile)) {
            given.add(RecordedSettings.MESH_CONFIG);
        }
        return given;
    }

    /** What was given as manifests, for the head of a report. */
    public String label() {
        return paths.isEmpty() ? "cluster" : String.join(" ", paths);
    }

    /** Whether standard input is among the manifests. */
    public boolean readsStdin() {
        return paths.stream().anyMatch(ManifestSources::isStdin);
    }

    RecordedSettings recorded() {
        return recorded;
    }

    ManifestSources sources(InputStream stdin) {
        ManifestSources sources = ManifestSources.of(paths)
                .withNamespace(namespace().orElse("default"))
                .withStdin(stdin);
        return recursive ? sources.withWalk(ManifestSources.Walk.TREE) : sources;
    }

    /** The cluster for which manifests without addresses are completed; empty when the input decides. */
    Optional<ClusterNetwork> network() {
        return network == null ? Optional.empty() : network.network();
    }

    /** Whether manifests were given; else a cluster is read. */
    public boolean hasManifests() {
        return !paths.isEmpty();
    }

    /** Which cluster to read. */
    public LiveOptions live() {
        return live;
    }

    /** The namespace asked for. */
    public Optional<String> namespace() {
        return Optional.ofNullable(namespace);
    }

    Optional<String> istioVersion() {
        return Optional.ofNullable(istioVersion).or(() -> recorded.givenRelease());
    }

    /** The file with the mesh's settings, if one is given. */
    public Optional<String> meshConfig() {
        return Optional.ofNullable(meshConfig);
    }

    /** istiod's environment as given, without what was recorded. */
    Map<String, String> ownPilotEnv() {
        return pilotEnv;
    }

    /** What is given of the installation; what is wrong with it goes to {@code problems}. */
    Overrides overrides(Problems problems) {
        return install == null ? Overrides.NONE : install.overrides(problems);
    }

    boolean strict() {
        return strict;
    }
}
