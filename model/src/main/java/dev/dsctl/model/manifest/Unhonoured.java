package dev.dsctl.model.manifest;

/**
 * Says which fields of Istio's resources have no effect, because dsctl doesn't honour them or another field has precedence: those that
 * nothing has read. Nothing that a person wrote is passed over in silence; but most of what an installation says is about other things.
 */
public final class Unhonoured {

    private Unhonoured() {}

    static boolean concerns(Manifest manifest) {
        return manifest.group().endsWith(".istio.io")
                && !KnownKinds.isInstallation(manifest.kind())
                && KnownKinds.use(manifest) == KnownKinds.Use.RENDERING;
    }

    /** Warns of every such field; to be called when all readers are done. */
    public static void warn(Manifests manifests, Problems problems) {
        for (Manifest manifest : manifests.all()) {
            if (concerns(manifest)) {
                warn(manifest, problems);
            }
        }
    }

    private static void warn(Manifest manifest, Problems problems) {
        if (!problems.hasOpened(manifest)) {
            problems.warning(
                    manifest.source(), manifest + " has no effect: dsctl doesn't render what this kind changes");
            return;
        }
        Fields object = Fields.of(manifest, problems).ignore("apiVersion", "kind", "metadata", "status");
        for (Fields.Unread field : object.unread()) {
            problems.warning(field.at(), field.path() + " of " + manifest + " has no effect on what dsctl renders");
        }
    }
}
