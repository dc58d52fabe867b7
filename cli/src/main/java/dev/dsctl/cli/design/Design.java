package dev.dsctl.cli.design;

import dev.dsctl.model.mesh.MeshSettings;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import java.util.HashMap;
import java.util.Map;

/** A way to configure sidecars where clusters have two address families. */
public enum Design {
    /** Dual stack off. */
    SINGLE_STACK("single-stack"),
    /** Resources of each family's own: Istio's first design. */
    PER_FAMILY("per-family"),
    /** Resources with several addresses: the design that was released. */
    MULTI_ADDRESS("multi-address");

    private final String key;

    Design(String key) {
        this.key = key;
    }

    /** The same settings with this design, everything else as the release has it. */
    MeshSettings over(MeshSettings settings) {
        IstioProfile profile = this == PER_FAMILY
                ? IstioProfiles.perFamily(settings.profile())
                : IstioProfiles.multiAddress(settings.profile());
        Map<String, String> variables = new HashMap<>(settings.env().variables());
        variables.put("ISTIO_DUAL_STACK", Boolean.toString(this != SINGLE_STACK));
        return new MeshSettings(profile, new PilotEnv(variables), settings.config(), settings.domain());
    }

    /** As output names it. */
    @Override
    public String toString() {
        return key;
    }
}
