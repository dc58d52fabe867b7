package dev.dsctl.model.manifest;

/**
 * What dsctl knows of kinds: which it uses, and which have no namespace. Source of the Istio kinds: pkg/config/schema/metadata.yaml; of
 * the Kubernetes kinds: {@code kubectl api-resources}.
 */
final class KnownKinds {

    private KnownKinds() {}

    /** What objects of a kind are good for. */
    enum Use {
        /** The configuration of some sidecar can depend on them. */
        RENDERING,
        /** What a cluster would make of them can be worked out: pods of a Deployment, the network of a kind Cluster. */
        COMPLETION,
        /** They are checked, and change nothing for sidecars. */
        CHECKING,
        /** Nothing dsctl does. */
        NONE
    }

    /** What an object is good for. */
    static Use use(String group, String kind, Fields object) {
        if (isConfigMap(group, kind)) {
            return isMeshConfig(object) ? Use.RENDERING : Use.NONE;
        }
        return use(group, kind);
    }

    /** What an object that was kept is good for. */
    static Use use(Manifest kept) {
        return isConfigMap(kept.group(), kept.kind()) || isControlPlane(kept)
                ? Use.RENDERING
                : use(kept.group(), kept.kind());
    }

    private static boolean isConfigMap(String group, String kind) {
        return group.isEmpty() && kind.equals("ConfigMap");
    }

    /** istiod's Deployment tells its release and environment. */
    private static boolean isControlPlane(Manifest manifest) {
        Node.Mapping labels = Nodes.mapping(Nodes.mapping(manifest.root(), "metadata"), "labels");
        return labels.entries().get("app") instanceof Node.Scalar app && "istiod".equals(app.value());
    }

    private static Use use(String group, String kind) {
        return switch (group) {
            case "" ->
                switch (kind) {
                    case "Service", "Pod", "Namespace", "Node" -> Use.RENDERING;
                    default -> Use.NONE;
                };
            case "discovery.k8s.io" -> kind.equals("EndpointSlice") ? Use.RENDERING : Use.NONE;
            case "apps" ->
                switch (kind) {
                    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> Use.COMPLETION;
                    default -> Use.NONE;
                };
            case "batch" -> kind.equals("Job") ? Use.COMPLETION : Use.NONE;
            case "kind.x-k8s.io" -> kind.equals("Cluster") ? Use.COMPLETION : Use.NONE;
            case "networking.istio.io" ->
                switch (kind) {
                    // A ProxyConfig has its effect when sidecars are injected, and is then in their pods.
                    case "Gateway", "WorkloadGroup", "ProxyConfig" -> Use.CHECKING;
                    default -> Use.RENDERING;
                };
            case "security.istio.io", "telemetry.istio.io", "extensions.istio.io" -> Use.RENDERING;
            case "install.istio.io", "sailoperator.io" -> installationUse(kind);
            default -> Use.NONE;
        };
    }

    private static Use installationUse(String kind) {
        if (kind.equals("IstioCNI")) {
            return Use.CHECKING;
        }
        return isInstallation(kind) ? Use.RENDERING : Use.NONE;
    }

    /** Whether it says which release is installed, and how. IstioCNI only reroutes traffic to sidecars. */
    static boolean isInstallation(String kind) {
        return kind.equals("Istio") || kind.equals("IstioRevision") || kind.equals("IstioOperator");
    }

    /** Whether objects of a group are files for {@code istioctl install} as often as they are objects of the API server. */
    static boolean mayBeNameless(String group) {
        return group.equals("install.istio.io");
    }

    /** Most ConfigMaps aren't Istio's; {@code istio} is, and {@code istio-REVISION}. */
    private static boolean isMeshConfig(Fields configMap) {
        Fields metadata = configMap.fields("metadata");
        return configMap.fields("data").has("mesh")
                || (metadata.isString("name") && metadata.string("name").equals("istio"));
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
                    "ComponentStatus",
                    "Istio",
                    "IstioRevision",
                    "IstioRevisionTag",
                    "IstioCNI",
                    "ZTunnel" -> true;
            default -> false;
        };
    }

    /** Whether it is a file of some tool rather than an object of the API server, and has no name. */
    static boolean isToolFile(String group) {
        return group.equals("kustomize.config.k8s.io") || group.equals("kind.x-k8s.io");
    }
}
