package dev.dsctl.model.profile;

/** How releases differ in clusters, apart from what DestinationRules ask for (see {@link PolicyChoices}). */
public final class ClusterChoices {

    private ClusterChoices() {}

    /** Of several services of a host in a namespace the one whose stated service accounts clusters trust. */
    public enum StatedAccounts implements Choice {
        /** The youngest that has the port. */
        OF_YOUNGEST_WITH_PORT,
        /** The youngest. */
        OF_YOUNGEST
    }

    /** Which clusters take traffic that arrives for ports no service has. */
    public enum InboundPassthrough implements Choice {
        /** One for each family of the proxy's addresses. */
        ONE_PER_FAMILY,
        /** One with a source address for each family. */
        ONE
    }

    /** Which clusters have a name of their own for statistics. */
    public enum StatNames implements Choice {
        /** Those for which the mesh's settings have a pattern. */
        WHEN_CONFIGURED,
        /** All, ending with a delimiter. */
        ALWAYS
    }

    /** Whether a subset's name is put into patterns of statistics names. */
    public enum SubsetStatNames implements Choice {
        PUT_IN,
        LEFT_EMPTY
    }

    /** Which placeholders patterns of statistics names may have. */
    public enum StatPatterns implements Choice {
        BASIC,
        /** {@code %TARGET_PORT%} too. */
        WITH_TARGET_PORT,
        /** {@code %SERVICE_NAME%} too. */
        WITH_SERVICE_NAME
    }

    /** When inbound clusters forget hosts they no longer use. */
    public enum InboundCleanup implements Choice {
        ENVOYS_DEFAULT,
        NEVER
    }

    /** Which addresses of DNS clusters' hosts are asked for. */
    public enum DnsFamilies implements Choice {
        /** IPv4 when the proxy has an IPv4 address, else IPv6. */
        ONE_FAMILY,
        /** Both for a proxy with both, if dual stack is on. */
        BOTH_WHEN_DUAL,
        /** Both too for an IPv6 proxy that gets IPv4 listeners. */
        BOTH_WHEN_DUAL_OR_ASKED
    }

    /** Which resolver DNS clusters use. */
    public enum DnsResolver implements Choice {
        ENVOYS_DEFAULT,
        /** c-ares with a limit of queries per socket, and jitter between resolutions. */
        CARES_WITH_JITTER
    }

    /** Whether DNS clusters ask for addresses of both families because a ServiceEntry wants connections to race. */
    public enum ConnectStrategy implements Choice {
        /** They don't. */
        IGNORED,
        /** They do. */
        HONOURED
    }

    /** What can be built for hosts that are resolved when a request comes. */
    public enum DynamicDns implements Choice {
        NOTHING,
        FORWARD_PROXY
    }

    /** Whether circuit breakers count what is left. */
    public enum RemainingResources implements Choice {
        TRACKED,
        /** With {@code DISABLE_TRACK_REMAINING_CB_METRICS=false}. */
        WHEN_ASKED
    }

    /** Where traffic of services goes that keep the original destination. */
    public enum PassthroughPorts implements Choice {
        ORIGINAL,
        /** To the target port if there is one, unless {@code ENABLE_RESOLUTION_NONE_TARGET_PORT} is false. */
        TARGET_UNLESS_REFUSED,
        /** To the target port if there is one. */
        TARGET
    }

    /** Whether the case of HTTP/1 header names is kept, where the proxy's settings say so. */
    public enum HeaderCase implements Choice {
        LOST,
        KEPT_TO_SERVICES,
        /** Also to destinations that no service has. */
        KEPT_EVERYWHERE
    }

    /** Whether clusters say which port of the service they are for. */
    public enum OriginalPort implements Choice {
        TOLD,
        NOT_TOLD
    }

    /** Which clusters are marked, so that no metadata is exchanged with their hosts. */
    public enum ExchangeMarks implements Choice {
        NONE,
        EXTERNAL_SERVICES,
        /** Also those whose hosts are all reached through tunnels. */
        EXTERNAL_OR_TUNNELED_SERVICES
    }

    /** How the metadata exchange filter is written. */
    public enum ExchangeFilter implements Choice {
        TYPED,
        /** As a struct, and with discovery. */
        STRUCT_WITH_DISCOVERY
    }

    /** Where inbound clusters send traffic. */
    public enum InboundTarget implements Choice {
        /** To the original destination, to loopback with {@code PILOT_ENABLE_INBOUND_PASSTHROUGH=false}. */
        ORIGINAL_UNLESS_REFUSED,
        ORIGINAL,
        /** As {@code inboundTrafficPolicy} of the mesh says. */
        AS_CONFIGURED,
        /** To loopback with dual stack on or {@code PILOT_ENABLE_INBOUND_PASSTHROUGH=false}, else to the original destination. */
        LOOPBACK_IF_DUAL_STACK
    }

    /** What a Sidecar's {@code defaultEndpoint} on a loopback address becomes. */
    public enum IngressLoopback implements Choice {
        /** The loopback address of the first family. */
        FIRST_FAMILY,
        /** The one asked for if the proxy has that family. */
        ASKED_FAMILY
    }

    /** Which services inbound clusters tell of. */
    public enum InboundServices implements Choice {
        /** All on the port. */
        ALL,
        /** All on the port; none if the first is outside the mesh. */
        UNLESS_EXTERNAL
    }

    /** Which services a Sidecar's inbound cluster tells of. */
    public enum IngressServices implements Choice {
        /** Those of the workload that have a port with the listener's number, maybe none, if the workload serves any. */
        ALL_WITH_PORT,
        NONE,
        /** The one whose target port is the listener's. */
        MATCHING
    }

    /** Who limits connections of inbound clusters. */
    public enum InboundPool implements Choice {
        DESTINATION_RULE,
        /** The Sidecar if it says so. */
        SIDECAR_FIRST
    }

    /** Which clusters may use hosts that drain, for sessions they have. */
    public enum DrainingHosts implements Choice {
        NONE,
        COOKIE_SESSIONS,
        ALL_SESSIONS
    }

    /** By which version of its API a DestinationRule is told of. */
    public enum RuleVersion implements Choice {
        V1ALPHA3,
        V1
    }

    /** Which settings HTTP options have that nothing asks for. */
    public enum HttpDefaults implements Choice {
        /** Passthrough clusters an idle timeout. */
        PASSTHROUGH_IDLE_TIMEOUT,
        /** HTTP/2 a limit of streams that nobody reaches. */
        STREAM_LIMIT
    }

    /** Whether clusters have load-balancing settings in which nothing is set. */
    public enum EmptyLoadBalancing implements Choice {
        WRITTEN,
        LEFT_OUT
    }

    /** How the socket for hosts without mutual TLS is written. */
    public enum PlainSocket implements Choice {
        TYPED,
        BY_NAME
    }
}
