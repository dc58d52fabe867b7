package dev.dsctl.model.mesh;

import dev.dsctl.model.profile.IstioProfile;

/**
 * What is set for the whole mesh.
 *
 * @param profile the release
 * @param env istiod's environment
 * @param config the mesh's settings
 */
public record MeshSettings(IstioProfile profile, PilotEnv env, MeshConfig config) {

    /** The identity of a service account. Source: {@code GenSpiffeURI}, pkg/spiffe/spiffe.go. */
    String spiffe(String namespace, String serviceAccount) {
        // '@' stands in domains of cloud providers and is not allowed in a SPIFFE identity.
        String domain = config.trustDomain().replace('@', '.');
        return "spiffe://" + domain + "/ns/" + namespace + "/sa/" + serviceAccount;
    }
}
