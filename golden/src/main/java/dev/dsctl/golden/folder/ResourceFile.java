package dev.dsctl.golden.folder;

import dev.dsctl.golden.diff.Resource;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.render.ResourceKind;
import java.util.SortedMap;
import java.util.TreeMap;

/** One golden file: a JSON array of the resources of one kind. */
final class ResourceFile {

    private ResourceFile() {}

    /**
     * The resources of a file by name, each with its line.
     *
     * @throws dev.dsctl.model.manifest.ManifestException when it isn't an array of distinctly named resources
     */
    static SortedMap<String, Resource> read(ResourceKind kind, byte[] utf8, String file) {
        Json root = JsonText.read(utf8, file);
        Problems problems = new Problems();
        SortedMap<String, Resource> resources = new TreeMap<>();
        if (root instanceof JsonArray array) {
            array.items().forEach(item -> add(kind, item, file, resources, problems));
        } else {
            problems.error(new SourceRef(file, root.line()), "expected a JSON array of " + kind.key());
        }
        problems.throwIfErrors();
        return resources;
    }

    private static void add(
            ResourceKind kind, Json item, String file, SortedMap<String, Resource> resources, Problems problems) {
        SourceRef at = new SourceRef(file, item.line());
        if (!(item instanceof JsonObject resource) || resource.get(kind.nameField()) == null) {
            problems.error(at, "expected a " + kind.noun() + " with a field '" + kind.nameField() + "'");
            return;
        }
        String name = resource.text(kind.nameField());
        Resource first = resources.putIfAbsent(name, new Resource.Read(name, resource, at));
        if (first != null) {
            problems.error(
                    at,
                    "a second " + kind.noun() + " named '" + name + "', the first is at line "
                            + first.at().line());
        }
    }
}
