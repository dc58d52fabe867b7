package dev.dsctl.cli.input;

import dev.dsctl.model.install.ControlPlane;
import dev.dsctl.model.install.Fitting;
import dev.dsctl.model.install.Installation;
import dev.dsctl.model.install.InstalledMesh;
import dev.dsctl.model.install.Overrides;
import dev.dsctl.model.install.Setting;
import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.MeshConfig;
import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.profile.UnknownReleaseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides release, environment and mesh configuration. Options count most; then {@code --set}, {@code --values}, what the input says of what
 * runs, and of what installs it; then what was recorded, and defaults.
 */
final class SettingsReader {

    private static final String DUAL_STACK = "ISTIO_DUAL_STACK";

    private final InputOptions options;
    private final Problems problems;
    private final List<String> assumed = new ArrayList<>();
    private final Map<String, Setting> explained = new LinkedHashMap<>();
    private final Set<MeshInput.Told> told = EnumSet.allOf(MeshInput.Told.class);

    SettingsReader(InputOptions options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    MeshSettings read(Manifests manifests) {
        List<ControlPlane> planes = ControlPlane.in(manifests, problems);
        Overrides overrides = options.overrides(problems);
        IstioProfile profile = profile(planes, overrides);
        Installation installation = Installation.of(planes, overrides, profile, problems);
        installation = withMesh(installation, manifests);
        Fitting.check(installation, problems);
        installation.settings().forEach(this::explain);
        PilotEnv env = environment(installation);
        boolean given = options.meshConfig().isPresent()
                || options.recorded().givenMeshConfig().isPresent();
        if (!given && !installation.knowsMesh()) {
            told.remove(MeshInput.Told.MESH_CONFIG);
        }
        MeshConfig mesh = installation.mesh().map(InstalledMesh::config).orElse(MeshConfig.DEFAULT);
        return new MeshSettings(profile, env, mesh, installation.domain());
    }

    /** What couldn't be found out. */
    List<String> assumed() {
        return assumed;
    }

    /** Which settings were told rather than assumed. */
    Set<MeshInput.Told> told() {
        return told;
    }

    /** Every setting and where it comes from: the release first, then by name. */
    List<Setting> explained() {
        List<Setting> all = new ArrayList<>();
        Map<String, Setting> rest = new TreeMap<>(explained);
        for (String first : List.of("release", "namespace", "revision", "domain")) {
            Optional.ofNullable(rest.remove(first)).ifPresent(all::add);
        }
        all.addAll(rest.values());
        return all;
    }

    private void explain(Setting setting) {
        explained.put(setting.name(), setting);
    }

    private IstioProfile profile(List<ControlPlane> planes, Overrides overrides) {
        Optional<Setting> said = said(planes, overrides);
        if (said.isEmpty()) {
            IstioProfile newest = IstioProfiles.newest();
            assumed.add("Istio " + newest.release());
            explain(new Setting("release", newest.release(), "default"));
            return newest;
        }
        boolean isExact =
                said.get().from().equals("--istio-version") || said.get().from().equals("recorded");
        IstioProfile profile = isExact
                ? IstioProfiles.named(said.get().value())
                : nearest(said.get().value());
        explain(new Setting("release", profile.release(), said.get().from()));
        return profile;
    }

    private Optional<Setting> said(List<ControlPlane> planes, Overrides overrides) {
        return options.istioVersion()
                .map(version -> new Setting("release", version, "--istio-version"))
                .or(overrides::release)
                .or(() -> planes.stream()
                        .flatMap(plane -> plane.release().stream())
                        .findFirst())
                .or(() -> options.recorded().release().map(version -> new Setting("release", version, "recorded")));
    }

    /** The profile of a release that the input says; the newest one of its line, or of all, when it has none of its own. */
    private IstioProfile nearest(String said) {
        String line = said.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
        for (String version : List.of(said, line)) {
            try {
                IstioProfile profile = IstioProfiles.named(version);
                if (!version.equals(said)) {
                    assumed.add("that Istio " + said + " does what " + profile.release() + " does");
                }
                return profile;
            } catch (UnknownReleaseException e) {
                // The next one may be known.
            }
        }
        IstioProfile newest = IstioProfiles.newest();
        assumed.add("that Istio " + said + " does what " + newest.release() + " does");
        return newest;
    }

    private PilotEnv environment(Installation installation) {
        RecordedSettings recorded = options.recorded();
        Map<String, String> variables = new LinkedHashMap<>();
        if (!installation.isDescribed()) {
            recorded.env().forEach((name, value) -> set(name, value, "recorded", variables));
        }
        variables.putAll(installation.env());
        recorded.givenEnv().forEach((name, value) -> set(name, value, "recorded", variables));
        options.ownPilotEnv().forEach((name, value) -> set(name, value, "--pilot-env", variables));
        if (!variables.containsKey(DUAL_STACK)) {
            // An istiod that is described without the variable runs without dual stack.
            boolean described = installation.isDescribed();
            explain(new Setting("env." + DUAL_STACK, described ? "false" : "true", described ? "default" : "assumed"));
            if (!described) {
                variables.put(DUAL_STACK, "true");
                told.remove(MeshInput.Told.ENVIRONMENT);
                assumed.add(DUAL_STACK + "=true");
            }
        }
        return new PilotEnv(variables);
    }

    private void set(String name, String value, String from, Map<String, String> variables) {
        variables.put(name, value);
        explain(new Setting("env." + name, value, from));
    }

    private Installation withMesh(Installation installation, Manifests manifests) {
        if (options.meshConfig().isPresent()) {
            String file = options.meshConfig().get();
            return installation.withMeshConfig(file, ManifestReader.readMapping(file, problems));
        }
        RecordedSettings recorded = options.recorded();
        return recorded.givenMeshConfig()
                .map(root -> installation.withMeshConfig(recorded.file(), root))
                .orElseGet(() -> installation.withConfigMaps(manifests));
    }
}
