package dev.dsctl.model.profile;

/** How releases differ in what they make of Kubernetes' objects. */
public final class MeshChoices {

    private MeshChoices() {}

    /** Which of Kubernetes' own names for {@code appProtocol} are understood. */
    public enum KubernetesProtocolNames implements Choice {
        /** Names that begin with kubernetes.io/ count as undeclared. */
        NONE,
        /** The name kubernetes.io/h2c is HTTP/2. */
        H2C,
        /** The name kubernetes.io/h2c is HTTP/2, kubernetes.io/ws HTTP and kubernetes.io/wss HTTPS. */
        H2C_AND_WEBSOCKET
    }

    /** How the addresses of one pod in slices of both families become endpoints. */
    public enum PodEndpoints implements Choice {
        /** A pod is an endpoint for each slice that lists it. */
        ONE_PER_SLICE,
        /** A dual-stack pod behind a dual-stack service is one endpoint with all its addresses; IPv6 slices don't count. */
        MERGED
    }

    /** What becomes of slices that name zones. */
    public enum ZonedSlices implements Choice {
        /**
         * They are lost, as they are in recorded answers: istiod's own test client fails on them (pkg/kube/fakemirror.go). No
         * cluster shows this.
         */
        LOST,
        /** They are read like any other. */
        READ
    }

    /** What becomes of endpoints that aren't ready. */
    public enum UnreadyEndpoints implements Choice {
        /** They are known as unhealthy, but nobody is told who they are. */
        UNHEALTHY_STRANGERS,
        /** They are left out, but make sidecars serve that no selector selects. */
        UNUSED,
        /** They are left out. */
        LEFT_OUT,
        /** They are known as unhealthy. */
        UNHEALTHY,
        /** They are known as unhealthy, those that shut down as terminating. */
        TERMINATING_APART
    }

    /** Whether services that export themselves nowhere have endpoints. */
    public enum HiddenServices implements Choice {
        /** They do. */
        WITH_ENDPOINTS,
        /** They don't, even if a VirtualService leads there. */
        WITHOUT_ENDPOINTS
    }

    /** Which endpoints that aren't ready drain. */
    public enum DrainingEndpoints implements Choice {
        /** Those of which it is said that they serve. */
        SAID_TO_SERVE,
        /** Those that serve and terminate, as far as anything is said. */
        SERVING_WHILE_TERMINATING
    }

    /** Which services let endpoints that shut down drain. */
    public enum DrainingServices implements Choice {
        /** Those with persistent sessions by cookie. */
        COOKIE_SESSIONS,
        /** Those with persistent sessions by cookie or header. */
        ALL_SESSIONS
    }

    /** What names a pod's workload. */
    public enum WorkloadNames implements Choice {
        /** The pod's controller. */
        CONTROLLER,
        /** The pod's controller; of a ReplicaSet that Argo Rollouts made, the rollout. */
        CONTROLLER_OR_ROLLOUT,
        /** The pod's label service.istio.io/workload-name, else its controller. */
        LABEL_FIRST
    }

    /** Which pod labels override the locality of the node. */
    public enum LocalityLabels implements Choice {
        /** Only istio-locality. */
        ISTIO_LOCALITY,
        /** First topology.istio.io/locality, then istio-locality. */
        TOPOLOGY_LOCALITY
    }

    /** Which network labels of a workload name: the workload's own label, or what is known of it otherwise. */
    public enum NetworkLabels implements Choice {
        /** The network of its WorkloadEntry or of its sidecar's metadata replaces the label. */
        REPLACED,
        /** The label is kept. */
        KEPT
    }

    /** What an ExternalName service is. */
    public enum ExternalNames implements Choice {
        /** A service resolved by DNS. */
        DNS,
        /** A service resolved by DNS; an alias when {@code ENABLE_EXTERNAL_NAME_ALIAS} is true. */
        ALIAS_WHEN_ENABLED,
        /** An alias; a service resolved by DNS when {@code ENABLE_EXTERNAL_NAME_ALIAS} is false. */
        ALIAS_UNLESS_DISABLED,
        /** An alias. */
        ALIAS
    }

    /** How the list of namespaces in a service's exportTo annotation is read. */
    public enum ExportToLists implements Choice {
        /** Blanks after a comma are part of the name. */
        VERBATIM,
        /** Blanks around a name are dropped. */
        TRIMMED
    }

    /** Which containers a named target port is looked up in. */
    public enum NamedTargetPorts implements Choice {
        /** In the main containers. */
        MAIN_CONTAINERS,
        /** In the main containers, then in native sidecars. */
        NATIVE_SIDECARS_TOO
    }

    /** Where near endpoints are asked for. */
    public enum TrafficDistributions implements Choice {
        /** Nowhere. */
        NONE,
        /** PreferClose in a service or its annotation. */
        SERVICE_CLOSE,
        /** PreferClose, PreferSameZone or PreferSameNode in a service or its annotation. */
        SERVICE,
        /** As before, or in the annotation of the service's namespace. */
        SERVICE_OR_NAMESPACE
    }

    /** In which order services of the same age come. */
    public enum ServiceOrder implements Choice {
        /** By {@code name.namespace}. */
        NAME_DOT_NAMESPACE,
        /** By name, then by namespace. */
        NAME_THEN_NAMESPACE
    }

    /** How a service's exportTo becomes what a namespace sees. */
    public enum ServiceExports implements Choice {
        /** A namespace sees its own private services, then those exported to it, then the public ones. */
        PRIVATE_FIRST,
        /** A namespace sees those private or exported to it, then the public ones; defaults may name namespaces. */
        PRIVATE_AND_EXPORTED
    }

    /** Which variable of {@code proxyMetadata} turns dual stack on for the sidecars' agent. */
    public enum AgentVariable implements Choice {
        /** {@code ISTIO_AGENT_DUAL_STACK}. */
        OF_ITS_OWN,
        /** {@code ISTIO_DUAL_STACK}, as for istiod. */
        AS_ISTIOD
    }
}
