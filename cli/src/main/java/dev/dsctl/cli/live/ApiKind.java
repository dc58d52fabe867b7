package dev.dsctl.cli.live;

import java.util.List;

/**
 * A kind of object that dsctl reads from a cluster.
 *
 * @param path of its group and version: {@code /api/v1} or {@code /apis/GROUP/VERSION}
 * @param plural for instance {@code services}
 * @param scope whether its objects stand in namespaces
 * @param query of the list, may be empty
 */
record ApiKind(String path, String plural, Scope scope, String query) {

    /** Where objects stand. */
    enum Scope {
        CLUSTER,
        NAMESPACED
    }

    /**
     * Kubernetes' own kinds, those with the most pages first: they take longest. Secrets aren't among them, and no other kind is ever
     * asked for.
     */
    static final List<ApiKind> KUBERNETES = List.of(
            new ApiKind("/apis/discovery.k8s.io/v1", "endpointslices", Scope.NAMESPACED, ""),
            new ApiKind("/api/v1", "pods", Scope.NAMESPACED, ""),
            new ApiKind("/api/v1", "services", Scope.NAMESPACED, ""),
            new ApiKind("/api/v1", "nodes", Scope.CLUSTER, ""),
            new ApiKind("/api/v1", "namespaces", Scope.CLUSTER, ""),
            new ApiKind("/apis/apps/v1", "deployments", Scope.NAMESPACED, "labelSelector=app%3Distiod"));

    /** The path of the list of all objects. */
    String list() {
        return path + "/" + plural;
    }

    /** The path of the list of a namespace's objects. */
    String list(String namespace) {
        return path + "/namespaces/" + namespace + "/" + plural;
    }
}
