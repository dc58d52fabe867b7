package dev.dsctl.lint.suppression;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What isn't to be reported, and which of that has been of use. */
public final class Suppressions {

    /** The annotation that holds codes, separated by commas, on the object that findings are about. */
    public static final String ANNOTATION = "dsctl.dev/ignore";

    private final List<Suppression> all;
    private final Set<Suppression> used = new HashSet<>();

    /** These. */
    public Suppressions(List<Suppression> all) {
        this.all = List.copyOf(all);
    }

    /** Those that annotations of objects ask for. */
    public static List<Suppression> annotated(Manifests manifests) {
        List<Suppression> found = new ArrayList<>();
        for (Manifest manifest : manifests.all()) {
            if (manifest.root().entries().get("metadata") instanceof Node.Mapping metadata
                    && metadata.entries().get("annotations") instanceof Node.Mapping annotations
                    && annotations.entries().get(ANNOTATION) instanceof Node.Scalar codes) {
                for (String code : codes.text().split(",")) {
                    found.add(Suppression.ofAnnotation(code.strip(), manifest.toString(), manifest.at(codes)));
                }
            }
        }
        return found;
    }

    /** The findings that are left. */
    public List<Finding> without(List<Finding> findings) {
        List<Finding> left = new ArrayList<>();
        for (Finding finding : findings) {
            boolean suppressed = false;
            for (Suppression each : all) {
                if (each.matches(finding)) {
                    used.add(each);
                    suppressed = true;
                }
            }
            if (!suppressed) {
                left.add(finding);
            }
        }
        return left;
    }

    /** Those that were for nothing, but for those of checks that couldn't look. */
    public List<Suppression> unused(Set<String> blindChecks) {
        return all.stream()
                .filter(each -> !used.contains(each) && !blindChecks.contains(each.code()))
                .toList();
    }
}
