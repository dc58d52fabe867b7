package dev.dsctl.model.manifest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code metadata} says about an object.
 *
 * @param name {@code metadata.name}
 * @param namespace after defaulting
 * @param creation {@code creationTimestamp}, RFC 3339 in UTC, empty when not given; text order is time order
 * @param labels {@code metadata.labels}
 * @param annotations {@code metadata.annotations}
 * @param source where the object was written
 */
public record ObjectMeta(
        String name,
        String namespace,
        String creation,
        Map<String, String> labels,
        Map<String, String> annotations,
        SourceRef source) {

    /**
     * The order in which istiod looks at objects that compete: oldest first, then by {@code name.namespace}. Source:
     * {@code sortConfigByCreationTime}, pilot/pkg/model/config.go.
     */
    public static final Comparator<ObjectMeta> OLDEST_FIRST =
            Comparator.comparing(ObjectMeta::creation).thenComparing(meta -> meta.name() + "." + meta.namespace());

    public ObjectMeta {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** The same, as if the object were in another namespace. */
    public ObjectMeta in(String other) {
        return new ObjectMeta(name, other, creation, labels, annotations, source);
    }

    /** The metadata of an object that was read. */
    public static ObjectMeta of(Manifest manifest) {
        Node metadata = manifest.root().entries().get("metadata");
        Map<String, Node> entries = metadata instanceof Node.Mapping m ? m.entries() : Map.of();
        return new ObjectMeta(
                manifest.name(),
                manifest.namespace(),
                text(entries.get("creationTimestamp")),
                texts(entries.get("labels")),
                texts(entries.get("annotations")),
                manifest.source());
    }

    /** {@code namespace/name}. */
    public String key() {
        return namespace + "/" + name;
    }

    /** The value of a label, empty when there is none. */
    public String label(String key) {
        return labels.getOrDefault(key, "");
    }

    /** The value of an annotation, empty when there is none. */
    public String annotation(String key) {
        return annotations.getOrDefault(key, "");
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar && scalar.value() != null ? scalar.text() : "";
    }

    private static Map<String, String> texts(Node node) {
        Map<String, String> result = new LinkedHashMap<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((key, value) -> result.put(key, text(value)));
        }
        return result;
    }
}
