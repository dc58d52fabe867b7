package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Subject;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.manifest.ObjectMeta;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects that say how istiod is set up, for findings about that. */
final class ControlPlanes {

    private ControlPlanes() {}

    /** What has istiod's environment: its Deployment, else what installs it. */
    static Optional<Subject> environment(Scene scene) {
        Stream<Subject> deployments = metas(scene, "apps", "Deployment")
                .filter(meta -> meta.label("app").equals("istiod"))
                .map(meta -> scene.objects().subject("Deployment", meta, "spec", "template", "spec", "containers"));
        Stream<Subject> sails = metas(scene, "sailoperator.io", "Istio")
                .map(meta -> scene.objects().subject("Istio", meta, "spec", "values", "pilot", "env"));
        Stream<Subject> operators = metas(scene, "install.istio.io", "IstioOperator")
                .map(meta -> scene.objects().subject("IstioOperator", meta, "spec", "values", "pilot", "env"));
        return Stream.of(deployments, sails, operators).flatMap(each -> each).findFirst();
    }

    /** What has the mesh's settings: their ConfigMap, else what installs istiod. */
    static Optional<Subject> meshConfig(Scene scene) {
        Stream<Subject> maps = metas(scene, "", "ConfigMap")
                .filter(meta -> meta.name().equals("istio") || meta.name().startsWith("istio-"))
                .map(meta -> scene.objects().subject("ConfigMap", meta, "data", "mesh"));
        Stream<Subject> sails = metas(scene, "sailoperator.io", "Istio")
                .map(meta -> scene.objects().subject("Istio", meta, "spec", "values", "meshConfig", "defaultConfig"));
        Stream<Subject> operators = metas(scene, "install.istio.io", "IstioOperator")
                .map(meta -> scene.objects().subject("IstioOperator", meta, "spec", "meshConfig", "defaultConfig"));
        return Stream.of(maps, sails, operators).flatMap(each -> each).findFirst();
    }

    private static Stream<ObjectMeta> metas(Scene scene, String group, String kind) {
        return scene.objects().of(group, kind).stream().map(ObjectMeta::of);
    }
}
