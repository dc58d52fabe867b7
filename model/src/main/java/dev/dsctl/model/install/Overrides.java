package dev.dsctl.model.install;

import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.IstioProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings given beside the manifests.
 *
 * @param files values files for the istiod chart, later ones over earlier ones
 * @param options what {@code --set} says, in the order given
 */
public record Overrides(List<Layer> files, List<Layer> options) {

    /** Nothing. */
    public static final Overrides NONE = new Overrides(List.of(), List.of());

    /**
     * Reads values files and options; what is wrong with the files goes to {@code problems}.
     *
     * @throws IllegalArgumentException when an option can't be read
     */
    public static Overrides read(List<String> files, List<String> options, Problems problems) {
        List<Layer> layers = new ArrayList<>();
        for (String file : files) {
            Node.Mapping values = ManifestReader.readMapping(file, problems);
            Trees.at(values, "values")
                    .filter(Node.Mapping.class::isInstance)
                    .ifPresent(
                            misplaced -> problems.warning(
                                    new SourceRef(file, misplaced.line()),
                                    "values: Helm's charts read nothing below this; move it up, as only an IstioOperator has it"));
            layers.add(new Layer(file, ofUmbrella(values)));
        }
        return new Overrides(
                List.copyOf(layers), options.stream().map(SetOption::of).toList());
    }

    /** The values of istiod's chart, also when it is a dependency of the chart that the file is for. */
    private static Node.Mapping ofUmbrella(Node.Mapping values) {
        Node.Mapping nested = Trees.mapping(values, "istiod");
        if (nested.entries().isEmpty()) {
            return values;
        }
        return Trees.at(values, "global")
                .map(global -> Trees.join(Trees.nested(global, "global"), nested))
                .orElse(nested);
    }

    /** The release that they name, and where. */
    public Optional<Setting> release() {
        for (int i = options.size() - 1; i >= 0; i--) {
            Optional<Setting> named = release(
                    options.get(i), ChartValues.tagOfOperator(options.get(i).values()));
            if (named.isPresent()) {
                return named;
            }
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Optional<Setting> named =
                    release(files.get(i), ChartValues.tag(files.get(i).values()));
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private static Optional<Setting> release(Layer layer, Optional<Node> tag) {
        return tag.filter(node -> !ReleaseText.in(Trees.text(node)).isEmpty())
                .map(node -> new Setting(
                        "release",
                        ReleaseText.in(Trees.text(node)),
                        layer.at(node).toString()));
    }

    /** The variables of istiod's environment that they set at a release. */
    public Set<String> variables(IstioProfile profile) {
        return Trees.mapping(new Layers(layers(profile)).merged(), ChartValues.ENV)
                .entries()
                .keySet();
    }

    /** Whether they set anything of the mesh's configuration at a release. */
    public boolean setMesh(IstioProfile profile) {
        return layers(profile).stream()
                .anyMatch(layer -> layer.values().entries().containsKey(ChartValues.MESH));
    }

    List<Layer> layers(IstioProfile profile) {
        List<Layer> layers = new ArrayList<>();
        files.forEach(file -> layers.add(file.with(ChartValues.ofHelm(file.values(), profile))));
        options.forEach(option -> layers.add(option.with(ChartValues.ofOption(option.values(), profile))));
        return layers;
    }
}
