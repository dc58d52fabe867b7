package dev.dsctl.model.manifest;

/**
 * One Kubernetes object as it was written.
 *
 * @param apiVersion for instance {@code v1} or {@code networking.istio.io/v1}
 * @param kind for instance {@code Service}
 * @param namespace the namespace, after defaulting; empty for cluster-scoped kinds
 * @param name {@code metadata.name}; empty for files of tools that may leave it out
 * @param root the whole object
 * @param source file and line of the object's first line
 */
public record Manifest(
        String apiVersion, String kind, String namespace, String name, Node.Mapping root, SourceRef source) {

    /** The API group: {@code networking.istio.io} of {@code networking.istio.io/v1}, empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The same object with other content. */
    public Manifest withRoot(Node.Mapping other) {
        return new Manifest(apiVersion, kind, namespace, name, other, source);
    }

    /** The place of a node of this object. */
    public SourceRef at(Node node) {
        return new SourceRef(source.file(), node.line());
    }

    /** {@code Service default/web}, for messages. */
    @Override
    public String toString() {
        if (name.isEmpty()) {
            return kind;
        }
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }
}
