package dev.dsctl.lint;

import dev.dsctl.lint.check.Check;
import dev.dsctl.lint.check.Check.Need;
import dev.dsctl.lint.check.Checks;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Known;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Looks for what goes wrong with dual stack. The one entry to this module's checks. */
public final class Lint {

    private Lint() {}

    /**
     * Everything that is found.
     *
     * @param manifests what the mesh was made of
     * @param mesh the mesh at one release
     * @param known what was told rather than assumed
     */
    public static LintResult of(Manifests manifests, Mesh mesh, Known known) {
        Scene scene = Scene.of(manifests, mesh, known);
        Found found = new Found();
        List<Check> able = new ArrayList<>();
        for (Check check : Checks.all()) {
            if (isAble(check, scene, found)) {
                able.add(check);
                check.look(scene, found);
            }
        }
        // One group after the other: what is rendered for one is let go before the next.
        for (List<Proxy> group : scene.clients()) {
            Clients clients = scene.clients(group);
            able.forEach(check -> check.look(scene, clients, found));
        }
        LintResult.Scope scope = new LintResult.Scope(
                mesh.profile().release(), mesh.services().size(), mesh.proxies().size());
        return new LintResult(scope, found.findings(), found.unknown());
    }

    /** The first thing that is missing is said, once. */
    private static boolean isAble(Check check, Scene scene, Found found) {
        for (Need need : Need.values()) {
            if (check.needs().contains(need) && isMissing(need, scene)) {
                found.unknown(check.code(), need.missing());
                return false;
            }
        }
        return true;
    }

    private static boolean isMissing(Need need, Scene scene) {
        boolean services = scene.services().stream()
                .anyMatch(service -> !service.kube().selector().isEmpty());
        return switch (need) {
            case PODS -> services && scene.kube().pods().isEmpty();
            case SIDECARS -> scene.mesh().proxies().isEmpty();
            case SLICES -> services && scene.kube().slices().isEmpty();
            case ENVIRONMENT -> !scene.known().environment();
            case MESH_CONFIG -> !scene.known().meshConfig();
        };
    }
}
