package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.finding.Subject;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.install.Fitting;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.PilotEnv;
import dev.dsctl.model.mesh.ProxyConfig;
import dev.dsctl.model.proxy.Proxy;
import java.util.Set;

/** Dual stack is on for istiod or for sidecars, but not for both. */
final class ProxyFlag implements Check {

    private static final String ISTIOD = "ISTIO_DUAL_STACK";
    private static final String OLD_AGENT = "ISTIO_AGENT_DUAL_STACK";

    @Override
    public String code() {
        return "DS003";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ENVIRONMENT, Need.MESH_CONFIG);
    }

    @Override
    public void look(Scene scene, Found found) {
        boolean wanted = scene.mesh().env().dualStack();
        boolean ofMesh = isOn(
                scene.mesh().config().proxy(),
                Fitting.agentVariable(scene.mesh().profile()));
        if (ofMesh != wanted) {
            found.add(finding(scene, mesh(scene), scene.mesh().config().proxy()));
        }
        for (Proxy proxy : scene.mesh().proxies()) {
            boolean on = isOn(proxy.config(), Fitting.agentVariable(scene.mesh().profile()));
            if (on != wanted && on != ofMesh) {
                KubePod pod = scene.kube().pods().get(proxy.namespace() + "/" + proxy.name());
                Subject subject = scene.objects().subject("Pod", pod.meta(), "metadata", "annotations");
                found.add(finding(scene, subject, proxy.config()));
            }
        }
    }

    private static boolean isOn(ProxyConfig config, String variable) {
        return PilotEnv.flagOf(config.metadata().getOrDefault(variable, ""), false);
    }

    private Finding finding(Scene scene, Subject subject, ProxyConfig config) {
        String variable = Fitting.agentVariable(scene.mesh().profile());
        boolean wanted = scene.mesh().env().dualStack();
        String other = variable.equals(ISTIOD) ? OLD_AGENT : ISTIOD;
        String wrong = wanted && isOn(config, other)
                ? " (" + other + " is set there, but the agent of Istio "
                        + scene.mesh().profile().release() + " doesn't read it)"
                : "";
        String message = wanted
                ? "istiod has " + ISTIOD + "=true, but proxyMetadata doesn't set " + variable + " to true" + wrong
                        + ": sidecars get listeners for both families, but traffic of one is redirected to them"
                : "proxyMetadata sets " + variable + " to true, but istiod has " + ISTIOD
                        + " off: traffic of both families is redirected to sidecars, but they get listeners for one";
        String fix = wanted
                ? "set " + variable + ": \"true\" in defaultConfig.proxyMetadata of the mesh, and restart the pods"
                : "set " + ISTIOD + "=true for istiod, or take the variable out of proxyMetadata";
        return Finding.of(code(), Severity.ERROR, subject, message, fix);
    }

    /** The file or the object with the mesh's settings, else the mesh as such. */
    private static Subject mesh(Scene scene) {
        if (scene.known().meshConfigFile().isPresent()) {
            Node config = scene.mesh().config().root().entries().get("defaultConfig");
            return new Subject(
                    "MeshConfig",
                    "",
                    "mesh",
                    new SourceRef(scene.known().meshConfigFile().get(), config == null ? 1 : config.line()));
        }
        return ControlPlanes.meshConfig(scene)
                .orElseGet(() -> new Subject("MeshConfig", "", "mesh", new SourceRef("mesh configuration", 0)));
    }
}
