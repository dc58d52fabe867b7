package dev.dsctl.model.manifest;

/**
 * What dsctl knows of kinds: which it uses, and which have no namespace. Source of the Istio kinds: pkg/config/schema/metadata.yaml; of
 * the Kubernetes kinds: {@code kubectl api-resources}.
 */
final class KnownKinds {

    private KnownKinds() {}

    /** Whether the configuration of some sidecar can depend on objects of this kind. */
    static boolean isUsed(String group, String kind) {
        return switch (group) {
            case "" ->
                switch (kind) {
                    case "Service", "Pod", "Namespace", "Node", "ConfigMap" -> true;
                    default -> false;
                };
            case "discovery.k8s.io" -> kind.equals("EndpointSlice");
            case "apps" ->
                switch (kind) {
                    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> true;
                    default -> false;
                };
            case "batch" -> kind.equals("Job");
            case "kind.x-k8s.io" -> kind.equals("Cluster");
            case "networking.istio.io", "security.istio.io", "telemetry.istio.io", "extensions.istio.io" -> true;
            default -> false;
        };
    }

    /** Whether objects of this kind stand outside of namespaces. */
    static boolean isClusterScoped(String kind) {
        return switch (kind) {
            case "Namespace",
                    "Node",
                    "PersistentVolume",
                    "ClusterRole",
                    "ClusterRoleBinding",
                    "CustomResourceDefinition",
                    "APIService",
                    "MutatingWebhookConfiguration",
                    "ValidatingWebhookConfiguration",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "StorageClass",
                    "CSIDriver",
                    "CSINode",
                    "VolumeAttachment",
                    "PriorityClass",
                    "RuntimeClass",
                    "IngressClass",
                    "GatewayClass",
                    "FlowSchema",
                    "PriorityLevelConfiguration",
                    "CertificateSigningRequest",
                    "IPAddress",
                    "ServiceCIDR",
                    "ClusterTrustBundle",
                    "ComponentStatus" -> true;
            default -> false;
        };
    }

    /** Whether it is a file of some tool rather than an object of the API server, and has no name. */
    static boolean isToolFile(String group) {
        return group.equals("kustomize.config.k8s.io") || group.equals("kind.x-k8s.io");
    }
}
