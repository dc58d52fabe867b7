package dev.dsctl.model.mesh;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.profile.EntryChoices;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.schema.ReleaseFields;

/**
 * What is set for the whole mesh.
 *
 * @param profile the release
 * @param env istiod's environment
 * @param config the mesh's settings
 * @param domain what completes short host names in Istio resources ({@code --domain} of istiod), empty when it isn't known
 */
public record MeshSettings(IstioProfile profile, PilotEnv env, MeshConfig config, String domain) {

    /** What an installation calls its cluster unless told otherwise. */
    static final String CLUSTER = "Kubernetes";

    private static final String MESH_CONFIG = "MeshConfig";

    /** Settings of an istiod whose domain isn't known. */
    public MeshSettings(IstioProfile profile, PilotEnv env, MeshConfig config) {
        this(profile, env, config, "");
    }

    /** The same settings without what the release doesn't know; that goes to {@code problems}. */
    MeshSettings known(Problems problems) {
        Node.Mapping written = config.root();
        Node.Mapping known = ReleaseFields.known(written, new SourceRef(MESH_CONFIG, 0), profile, problems);
        return ReleaseFields.isSame(known, written)
                ? this
                : new MeshSettings(profile, env, MeshConfig.of(known, MESH_CONFIG, new Problems()), domain);
    }

    /** Whether addresses count that a controller of istiod gives to ServiceEntries. Source: pilot/pkg/features/pilot.go. */
    public boolean assignsAddresses() {
        String variable = "PILOT_ENABLE_IP_AUTOALLOCATE";
        return switch (profile.choice(EntryChoices.AssignedAddresses.class)) {
            case IGNORED -> false;
            case AS_OWN_IF_ENABLED, IF_ENABLED -> env.flag(variable, false);
            case UNLESS_DISABLED -> env.flag(variable, true);
        };
    }

    /** What istiod calls its cluster. Source: pilot/pkg/features/pilot.go ({@code CLUSTER_ID}). */
    String clusterId() {
        String said = env.text("CLUSTER_ID", "");
        return said.isEmpty() ? CLUSTER : said;
    }

    /** The identity of a service account. Source: {@code GenSpiffeURI}, pkg/spiffe/spiffe.go. */
    String spiffe(String namespace, String serviceAccount) {
        // '@' stands in domains of cloud providers and is not allowed in a SPIFFE identity.
        String domain = config.trustDomain().replace('@', '.');
        return "spiffe://" + domain + "/ns/" + namespace + "/sa/" + serviceAccount;
    }
}
