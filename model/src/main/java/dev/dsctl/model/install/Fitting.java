package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.profile.InstallChoices;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.MeshChoices;
import java.util.Optional;

/** Finds settings of an installation that don't fit together: dual stack on for some and off for others. */
public final class Fitting {

    private static final String DUAL_STACK = "ISTIO_DUAL_STACK";
    private static final String AGENT_DUAL_STACK = "ISTIO_AGENT_DUAL_STACK";
    private static final String ENDPOINT_SLICE = "PILOT_USE_ENDPOINT_SLICE";

    private final Installation installation;
    private final Problems problems;

    private Fitting(Installation installation, Problems problems) {
        this.installation = installation;
        this.problems = problems;
    }

    /** Says what doesn't fit, where it is written. */
    public static void check(Installation installation, Problems problems) {
        Fitting fitting = new Fitting(installation, problems);
        if (installation.isDescribed()) {
            PilotEnv env = new PilotEnv(installation.env());
            if (installation.knowsMesh()) {
                installation.mesh().ifPresent(mesh -> fitting.checkProxies(mesh, env));
            }
            fitting.checkEndpoints(env);
        }
    }

    /** The variable of {@code proxyMetadata} that turns dual stack on for the agents of sidecars. */
    public static String agentVariable(IstioProfile profile) {
        return switch (profile.choice(MeshChoices.AgentVariable.class)) {
            case OF_ITS_OWN -> AGENT_DUAL_STACK;
            case AS_ISTIOD -> DUAL_STACK;
        };
    }

    private void checkProxies(InstalledMesh mesh, PilotEnv env) {
        String read = agentVariable(installation.profile());
        String other = read.equals(DUAL_STACK) ? AGENT_DUAL_STACK : DUAL_STACK;
        boolean proxies = PilotEnv.flagOf(mesh.proxyMetadata(read), false);
        String release = "Istio " + installation.profile().release();
        if (env.dualStack() && !proxies) {
            Optional<SourceRef> misnamed = mesh.placeOfProxyMetadata(other);
            if (misnamed.isPresent()) {
                problems.warning(
                        misnamed.get(),
                        "proxyMetadata has " + other + ", but sidecars of " + release + " read " + read
                                + ": they redirect traffic of one family only");
            } else {
                installation
                        .placeOf(DUAL_STACK)
                        .ifPresent(at -> problems.warning(
                                at,
                                DUAL_STACK
                                        + " is on for istiod but not for sidecars, which redirect traffic of one family only: set "
                                        + "meshConfig.defaultConfig.proxyMetadata." + read + " to \"true\" too"));
            }
        } else if (!env.dualStack() && proxies) {
            mesh.placeOfProxyMetadata(read)
                    .ifPresent(at -> problems.warning(
                            at,
                            read
                                    + " is on for sidecars but not for istiod, which computes for one family: set "
                                    + "pilot.env." + DUAL_STACK + " to \"true\" too"));
        }
    }

    private void checkEndpoints(PilotEnv env) {
        boolean disabled = switch (installation.profile().choice(InstallChoices.EndpointSource.class)) {
            case SLICES_UNLESS_DISABLED -> !env.flag(ENDPOINT_SLICE, true);
            case SLICES -> false;
        };
        if (disabled && env.dualStack()) {
            installation
                    .placeOf(ENDPOINT_SLICE)
                    .ifPresent(at -> problems.warning(
                            at,
                            ENDPOINT_SLICE
                                    + " is off: istiod takes endpoints from Endpoints, which have one family; dsctl computes them from"
                                    + " EndpointSlices of both"));
        }
    }
}
