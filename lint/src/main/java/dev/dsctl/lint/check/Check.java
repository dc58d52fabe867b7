package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import java.util.Set;

/** One thing that goes wrong with dual stack. Its page in the documentation says the rest. */
public interface Check {

    /** What a check can't do without. */
    enum Need {
        /** Pods, where Services select some. */
        PODS("the input has Services but no pods"),
        /** Pods with a sidecar. */
        SIDECARS("the input has no pod with a sidecar"),
        /** EndpointSlices, where there are Services. */
        SLICES("the input has Services but no EndpointSlices"),
        /** istiod's environment. */
        ENVIRONMENT("istiod's environment isn't known (--pilot-env, or istiod's Deployment)"),
        /** The mesh's settings. */
        MESH_CONFIG("the mesh's settings aren't known (--mesh-config, or the ConfigMap istio)");

        private final String missing;

        Need(String missing) {
            this.missing = missing;
        }

        /** A clause for when it isn't there. */
        public String missing() {
            return missing;
        }
    }

    /** The stable code, {@code DS005}. */
    String code();

    /** What it can't do without. */
    Set<Need> needs();

    /** Looks at the input as a whole. */
    default void look(Scene scene, Found found) {}

    /** Looks at what some sidecars are sent. */
    default void look(Scene scene, Clients clients, Found found) {}
}
