package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an installation takes over by naming a profile or a release to be compatible with. */
final class Presets {

    private static final String PROFILE = "profile";
    private static final String COMPATIBILITY = "compatibilityVersion";

    private Presets() {}

    /** The presets that settings name, the profile's first. */
    static List<Layer> of(Layers settings, IstioProfile release, Problems problems) {
        List<Layer> layers = new ArrayList<>();
        String profile = Trees.scalar(settings.merged(), PROFILE);
        if (!profile.isEmpty()) {
            Optional<List<String>> preset = IstioProfiles.settingsOfProfile(profile, release);
            if (preset.isEmpty()) {
                problems.warning(
                        place(settings, PROFILE),
                        "Istio " + release.release() + " has no profile '" + profile
                                + "' that dsctl knows; what it sets is left out");
            }
            preset.ifPresent(list -> layers.addAll(layers("profile " + profile, list)));
        }
        String compatible = Trees.scalar(settings.merged(), COMPATIBILITY);
        if (!compatible.isEmpty()) {
            List<String> preset = IstioProfiles.settingsOfCompatibility(compatible, release);
            if (preset.isEmpty()) {
                problems.warning(
                        place(settings, COMPATIBILITY),
                        "Istio " + release.release() + " sets nothing to be compatible with '" + compatible + "'");
            }
            layers.addAll(layers("compatibilityVersion " + compatible, preset));
        }
        return layers;
    }

    private static SourceRef place(Layers settings, String key) {
        return settings.from(List.of(key)).orElse(new SourceRef("", 0));
    }

    private static List<Layer> layers(String source, List<String> settings) {
        return settings.isEmpty()
                ? List.of()
                : List.of(new Layer(
                        source, SetOption.of(String.join(",", settings)).values()));
    }
}
