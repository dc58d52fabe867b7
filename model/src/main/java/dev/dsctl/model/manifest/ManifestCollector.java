package dev.dsctl.model.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes objects of documents: takes lists apart, checks what every object must say, fills in namespaces, finds duplicates. */
final class ManifestCollector {

    private final String defaultNamespace;
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

    ManifestCollector(String defaultNamespace, Problems problems) {
        this.defaultNamespace = defaultNamespace;
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

    void add(String file, Node root) {
        if (root instanceof Node.Mapping mapping) {
            object(file, mapping, "", "");
        } else {
            problems.error(new SourceRef(file, root.line()), "expected a Kubernetes object, found a " + root.type());
        }
    }

    /** An object, or a list of objects whose items may leave out what the list's own kind says. */
    private void object(String file, Node.Mapping root, String itemVersion, String itemKind) {
        Fields fields = Fields.of(root, file, problems);
        String kind = fields.has("kind") ? fields.string("kind") : itemKind;
        String apiVersion = fields.has("apiVersion") ? fields.string("apiVersion") : itemVersion;
        if (kind.endsWith("List") && (root.entries().containsKey("items") || kind.equals("List"))) {
            items(
                    file,
                    root,
                    kind.equals("List") ? "" : apiVersion,
                    kind.substring(0, kind.length() - "List".length()));
        } else if (isComplete(fields, kind, apiVersion)) {
            manifest(fields, apiVersion, kind, root);
        }
    }

    private void items(String file, Node.Mapping root, String apiVersion, String kind) {
        Node items = root.entries().get("items");
        if (items instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping mapping) {
                    object(file, mapping, apiVersion, kind);
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

    private void manifest(Fields fields, String apiVersion, String kind, Node.Mapping root) {
        Manifest unnamed = new Manifest(apiVersion, kind, "", "", root, fields.at());
        KnownKinds.Use use = KnownKinds.use(unnamed.group(), kind, fields);
        Fields metadata = fields.fields("metadata");
        if (KnownKinds.isToolFile(unnamed.group()) && use == KnownKinds.Use.COMPLETION) {
            all.add(unnamed);
            return;
        }
        if (KnownKinds.isToolFile(unnamed.group())
                || (use != KnownKinds.Use.RENDERING && metadata.has("generateName"))) {
            skip(kind);
            return;
        }
        String name = metadata.string("name");
        if (name.isEmpty()) {
            missingName(fields, metadata, kind);
        } else if (use == KnownKinds.Use.NONE) {
            skip(kind);
        } else {
            String namespace = KnownKinds.isClusterScoped(kind) ? "" : namespace(metadata);
            all.add(new Manifest(apiVersion, kind, namespace, name, root, fields.at()));
        }
    }

    private void skip(String kind) {
        skipped.merge(kind, 1, Integer::sum);
    }

    private String namespace(Fields metadata) {
        String namespace = metadata.string("namespace");
        return namespace.isEmpty() ? defaultNamespace : namespace;
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
