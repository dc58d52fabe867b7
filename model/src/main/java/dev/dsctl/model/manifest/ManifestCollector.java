package dev.dsctl.model.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes objects of documents: takes lists apart, checks what every object must say, fills in namespaces, finds duplicates. */
final class ManifestCollector {

    private final Problems problems;
    private final List<Manifest> all = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();

    private record Key(String group, String kind, String namespace, String name) {

        // What the compiler would generate is put together from method handles at run time, a tenth of a short run's
        // time.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && name.equals(key.name)
                    && namespace.equals(key.namespace)
                    && kind.equals(key.kind)
                    && group.equals(key.group);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * name.hashCode() + namespace.hashCode()) + kind.hashCode()) + group.hashCode();
        }
    }

    /** Where objects stand, and what they don't say themselves. */
    private record Context(String file, String namespace, String itemVersion, String itemKind) {}

    ManifestCollector(Problems problems) {
        this.problems = problems;
    }

    /** What was collected from the files. */
    Manifests manifests(List<String> files) {
        reportDuplicates();
        if (all.isEmpty() && skipped.isEmpty() && problems.all().isEmpty()) {
            files.forEach(file -> problems.error(new SourceRef(file, 1), "no Kubernetes object in this file"));
        }
        return new Manifests(List.copyOf(all), java.util.Collections.unmodifiableMap(skipped), problems.all());
    }

    /** Adds the objects of a document; those that don't say their namespace are in the given one. */
    void add(String file, String namespace, Node root) {
        if (root instanceof Node.Mapping mapping) {
            object(new Context(file, namespace, "", ""), mapping);
        } else {
            problems.error(new SourceRef(file, root.line()), "expected a Kubernetes object, found a " + root.type());
        }
    }

    /** An object, or a list of objects whose items may leave out what the list's own kind says. */
    private void object(Context context, Node.Mapping root) {
        Fields fields = Fields.of(root, context.file, problems);
        String kind = fields.has("kind") ? fields.string("kind") : context.itemKind;
        String apiVersion = fields.has("apiVersion") ? fields.string("apiVersion") : context.itemVersion;
        if (kind.endsWith("List") && (root.entries().containsKey("items") || kind.equals("List"))) {
            String itemVersion = kind.equals("List") ? "" : apiVersion;
            String itemKind = kind.substring(0, kind.length() - "List".length());
            items(new Context(context.file, context.namespace, itemVersion, itemKind), root);
        } else if (!fields.has("kind") && !fields.has("apiVersion") && isKustomization(context.file)) {
            skip("Kustomization");
        } else if (isComplete(fields, kind, apiVersion)) {
            manifest(fields, new Manifest(apiVersion, kind, context.namespace, "", root, fields.at()));
        }
    }

    /** Kustomize's own file may leave out what it is. */
    private static boolean isKustomization(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.equals("kustomization.yaml") || name.equals("kustomization.yml");
    }

    private void items(Context context, Node.Mapping root) {
        String file = context.file;
        Node items = root.entries().get("items");
        if (items instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping mapping) {
                    object(context, mapping);
                } else {
                    problems.error(
                            new SourceRef(file, item.line()), "expected a Kubernetes object, found a " + item.type());
                }
            }
        } else if (items != null && !(items instanceof Node.Scalar scalar && scalar.value() == null)) {
            problems.error(new SourceRef(file, items.line()), "items: expected a list, found a " + items.type());
        }
    }

    private boolean isComplete(Fields fields, String kind, String apiVersion) {
        if (kind.isEmpty()) {
            fields.requiredString("kind");
        }
        if (apiVersion.isEmpty()) {
            fields.requiredString("apiVersion");
        }
        return !kind.isEmpty() && !apiVersion.isEmpty();
    }

    /** Keeps an object; {@code unnamed} has the namespace of objects that don't say theirs. */
    private void manifest(Fields fields, Manifest unnamed) {
        String kind = unnamed.kind();
        KnownKinds.Use use = KnownKinds.use(unnamed.group(), kind, fields);
        Fields metadata = fields.fields("metadata");
        if (KnownKinds.isToolFile(unnamed.group()) && use == KnownKinds.Use.COMPLETION) {
            all.add(named(unnamed, "", ""));
            return;
        }
        if (KnownKinds.isToolFile(unnamed.group())
                || (use != KnownKinds.Use.RENDERING && metadata.has("generateName"))) {
            skip(kind);
            return;
        }
        String name = metadata.string("name");
        if (name.isEmpty() && !KnownKinds.mayBeNameless(unnamed.group())) {
            missingName(fields, metadata, kind);
        } else if (use == KnownKinds.Use.NONE) {
            skip(kind);
        } else {
            String own = metadata.string("namespace");
            boolean elsewhere = KnownKinds.isClusterScoped(kind) || KnownKinds.mayBeNameless(unnamed.group());
            String namespace = elsewhere ? "" : unnamed.namespace();
            boolean isScoped = !KnownKinds.isClusterScoped(kind) && !own.isEmpty();
            all.add(named(unnamed, isScoped ? own : namespace, name));
        }
    }

    private static Manifest named(Manifest unnamed, String namespace, String name) {
        return new Manifest(unnamed.apiVersion(), unnamed.kind(), namespace, name, unnamed.root(), unnamed.source());
    }

    private void skip(String kind) {
        skipped.merge(kind, 1, Integer::sum);
    }

    private static void missingName(Fields fields, Fields metadata, String kind) {
        if (metadata.has("generateName")) {
            metadata.error(
                    "generateName", "only the API server makes names from it; give this " + kind + " a metadata.name");
        } else if (!metadata.has("name") || metadata.isString("name")) {
            fields.error("metadata", "this " + kind + " has no name; give it a metadata.name");
        }
    }

    private void reportDuplicates() {
        Map<Key, Manifest> first = new HashMap<>(all.size() * 2);
        List<Manifest> inOrder = new ArrayList<>(all);
        inOrder.sort((a, b) -> a.source().compareTo(b.source()));
        for (Manifest manifest : inOrder) {
            Key key = new Key(manifest.group(), manifest.kind(), manifest.namespace(), manifest.name());
            Manifest other = first.putIfAbsent(key, manifest);
            if (other != null) {
                problems.error(manifest.source(), "duplicate " + manifest + ", first at " + other.source());
            }
        }
    }
}
