package dev.dsctl.model.profile;

/** How releases differ in listeners. */
public final class ListenerChoices {

    private ListenerChoices() {}

    /** Whether wildcard outbound listeners take the pod's second family when istiod's dual stack is off. */
    public enum WildcardFamilies implements Choice {
        /** Only with dual stack on. */
        DUAL_STACK_ONLY,
        /** They take all families of the pod. */
        ALWAYS_BOTH
    }

    /** Which of a service's address ranges its filter chains match. */
    public enum CidrRanges implements Choice {
        /** The first. */
        FIRST,
        /** All. */
        ALL
    }

    /** On which wildcard addresses a service from outside the mesh is listened for when it has no address. */
    public enum ExternalWildcards implements Choice {
        /** 0.0.0.0, whatever families the proxy has. */
        IPV4,
        /** That of the proxy's first family. */
        FIRST_FAMILY,
        /** Those of all its families. */
        ALL_FAMILIES
    }

    /** Where listeners listen that are given an address, of a headless service's endpoint or of a Sidecar. */
    public enum GivenBinds implements Choice {
        /** There, and at the further addresses of the service that was looked at last and had some. */
        WITH_LEFTOVERS,
        /** There, and at the further addresses of their service. */
        WITH_FURTHER,
        /** There. */
        ALONE
    }

    /** Where listeners for ranges of addresses listen. */
    public enum RangeBinds implements Choice {
        /** At any address of the first family. */
        FIRST_FAMILY,
        /** At any address of all families. */
        ALL_FAMILIES
    }

    /** Where a TCP port that a Sidecar declares listens, besides the first address of the service. */
    public enum DeclaredPortBinds implements Choice {
        /** At the service's further addresses. */
        FURTHER_ADDRESSES,
        /** At the service's further addresses, or at any address of the second family. */
        FURTHER_ADDRESSES_OR_WILDCARD
    }

    /** When two filter chains of one outbound listener are the same. */
    public enum ChainConflicts implements Choice {
        /** When their match messages are, ranges by their first address; HTTP and TCP stay beside each other. */
        SAME_MESSAGE,
        /** When they match the same, whatever the order or spelling. */
        SAME_MEANING
    }

    /** On which ports there is no outbound wildcard listener. */
    public enum OutboundReservedPorts implements Choice {
        /** There may be one on each. */
        NONE,
        /** On those of the bootstrap configuration. */
        STATIC,
        /** On those, and on those to which traffic is redirected. */
        STATIC_AND_REDIRECTED
    }

    /** On which ports outbound listeners may have a socket of their own, whatever their address is. */
    public enum OutboundSockets implements Choice {
        /** On every one. */
        EVERY_PORT,
        /** On those that no listener of the bootstrap configuration has. */
        OFF_STATIC_PORTS
    }

    /** For which ports there are no inbound filter chains. */
    public enum InboundReservedPorts implements Choice {
        /** There may be some for each. */
        NONE,
        /** Where a listener of its own would meet one of the bootstrap configuration, or lack the privilege. */
        OWN_SOCKETS,
        /** The sidecar's own. */
        ALL
    }

    /** Which outbound listeners say how long they wait for the first bytes. */
    public enum FilterTimeouts implements Choice {
        /** Those that look for HTTP. */
        WITH_HTTP_INSPECTOR,
        /** All. */
        ALWAYS
    }

    /** Which outbound listeners log connections that no filter chain takes. */
    public enum ListenerLogs implements Choice {
        /** All. */
        ALL,
        /** The one to which traffic is redirected. */
        REDIRECTED
    }

    /** What outbound listeners that look for HTTP do. */
    public enum HttpInspection implements Choice {
        /** They look for TLS, too. */
        WITH_TLS,
        /** Only that. */
        ALONE
    }

    /** How much the TLS inspector reads at first. */
    public enum TlsInspectorBuffer implements Choice {
        /** What Envoy reads. */
        DEFAULT,
        /** 512 bytes. */
        SMALL
    }

    /** How long TLS handshakes with outbound listeners may take. */
    public enum HandshakeTimeout implements Choice {
        /** For ever. */
        NONE,
        /** 15 seconds. */
        FIFTEEN_SECONDS
    }

    /** Which listeners take one connection at a time from the kernel. */
    public enum AcceptLimit implements Choice {
        /** None. */
        NONE,
        /** Inbound ones and the one to which outgoing traffic is redirected. */
        REDIRECTED,
        /** All that have a socket. */
        ALL_SOCKETS
    }

    /** How the name of a connection manager's statistics ends. */
    public enum StatPrefixEnd implements Choice {
        /** As it is. */
        NONE,
        /** With a semicolon. */
        SEMICOLON
    }

    /** What becomes of {@code Expect: 100-continue}. */
    public enum Continue100 implements Choice {
        /** Envoy answers itself. */
        ANSWERED,
        /** It is passed on, unless {@code ENABLE_100_CONTINUE_HEADERS=false}. */
        PROXIED
    }

    /** Which HTTP filter tells the other side who the workload is. */
    public enum HttpMetadataExchange implements Choice {
        /** A WebAssembly filter. */
        WASM,
        /** A native one, unless {@code NATIVE_METADATA_EXCHANGE=false}. */
        NATIVE_UNLESS_REFUSED,
        /** A native one. */
        NATIVE
    }

    /** Whether workloads tell each other labels of the user's choice. */
    public enum MetadataLabels implements Choice {
        /** They don't. */
        FIXED,
        /** Those in {@code PILOT_MX_ADDITIONAL_LABELS}. */
        CONFIGURABLE
    }

    /** Whether inbound chains have Istio's network authentication filter. */
    public enum NetworkAuthentication implements Choice {
        /** They do. */
        ISTIO_FILTER,
        /** They don't. */
        NONE
    }

    /** Which settings under {@code proxyHeaders} have an effect. */
    public enum HeaderSettings implements Choice {
        /** None. */
        FIXED,
        /** Those of server, request ID, certificate and debug headers. */
        CONFIGURABLE,
        /** Those, and what of a certificate is told. */
        WITH_CLIENT_CERT
    }

    /** Whether {@code proxyHeaders.preserveHttp1HeaderCase} has an effect on connection managers. */
    public enum HeaderCase implements Choice {
        /** It doesn't. */
        IGNORED,
        /** It does. */
        CONFIGURABLE
    }

    /** Whether {@code proxyHeaders.xForwardedPort} has an effect. */
    public enum ForwardedPort implements Choice {
        /** It doesn't. */
        IGNORED,
        /** It does. */
        CONFIGURABLE
    }

    /** Whether {@code meshMTLS.cipherSuites} has an effect on inbound chains. */
    public enum MeshCiphers implements Choice {
        /** It doesn't. */
        IGNORED,
        /** It does. */
        CONFIGURABLE
    }

    /** Whether a proxy with IPv6 only takes redirected IPv4 traffic. */
    public enum Ipv4OfIpv6Proxies implements Choice {
        /** It doesn't. */
        NEVER,
        /** With {@code ISTIO_ENABLE_IPV4_OUTBOUND_LISTENER_FOR_IPV6_CLUSTERS=true}. */
        WHEN_ASKED
    }

    /** Which metrics an installation reports that sets nothing. */
    public enum DefaultMetrics implements Choice {
        /** None by these filters. */
        NONE,
        /** Those of Prometheus. */
        PROMETHEUS
    }

    /** For which services outbound TLS is told apart by server name on a wildcard listener. */
    public enum ServerNames implements Choice {
        /** Those without an address, where the proxy has IPv4. */
        IPV4_WILDCARD,
        /** Those without an address. */
        WILDCARD,
        /** Those without an address, whatever families the proxy has. */
        EVERY_WILDCARD
    }

    /** Whether ExternalName services that stand for a service are server names of it. */
    public enum AliasServerNames implements Choice {
        /** They aren't. */
        ABSENT,
        /** They are. */
        PRESENT
    }

    /** For which destinations a VirtualService's TLS match holds that names none, after one that does. */
    public enum SubnetMatches implements Choice {
        /** For those of the service. */
        OWN,
        /** For those of the match before it. */
        CARRIED_ON
    }

    /** Whether a DestinationRule's TCP idle timeout has an effect on TCP proxies. */
    public enum ConnectionIdleTimeout implements Choice {
        /** It doesn't. */
        IGNORED,
        /** It does. */
        HONOURED
    }

    /** Whether filter chains of a Sidecar's ingress tell where they come from. */
    public enum IngressMetadata implements Choice {
        /** They don't. */
        ABSENT,
        /** They do. */
        PRESENT
    }

    /** Which connection managers count gRPC messages. */
    public enum GrpcStats implements Choice {
        /** All. */
        ALL_PORTS,
        /** Those of ports for gRPC. */
        GRPC_PORTS
    }

    /** How requests are treated that arrive for ports no service has. */
    public enum PassthroughRequests implements Choice {
        /** As requests to the application. */
        AS_INBOUND,
        /** With the filters, logs and traces of requests from the application. */
        AS_OUTBOUND
    }

    /** In which order filter chains of inbound ports stand. */
    public enum InboundChainOrder implements Choice {
        /** By number. */
        BY_PORT,
        /** By name, which is text. */
        BY_NAME
    }

    /** Whether inspectors are told to leave out the port to which inbound traffic is redirected. */
    public enum RedirectedPortInspection implements Choice {
        /** They are. */
        LEFT_OUT,
        /** They aren't. */
        UNMENTIONED
    }

    /** How long connections to unknown destinations may be idle when the proxy's metadata doesn't say it. */
    public enum UnknownIdleTimeout implements Choice {
        /** As Envoy has it. */
        ENVOYS_DEFAULT,
        /** For ever. */
        NEVER
    }

    /** Where the HTTP filter stands that tells the other side who the workload is. */
    public enum ExchangePlace implements Choice {
        /** Before the filters of policies. */
        BEFORE_POLICIES,
        /** After them. */
        AFTER_POLICIES
    }

    /** Which connection managers understand gRPC-Web. */
    public enum GrpcWebPorts implements Choice {
        /** Those of ports that speak it. */
        BOTH_DIRECTIONS,
        /** Of those, the ones for requests to the application. */
        INBOUND
    }

    /** What of the mesh's TLS defaults holds where a Sidecar sets up TLS itself. */
    public enum OwnTlsDefaults implements Choice {
        /** Nothing. */
        NONE,
        /** Curves and the lowest version. */
        CURVES_AND_VERSION,
        /** Ciphers as well. */
        CIPHERS_TOO
    }

    /** Which lowest version of TLS the mesh's defaults then give. */
    public enum OwnTlsMinimum implements Choice {
        /** One that is two older than what is written. */
        MISNUMBERED,
        /** The one that is written. */
        AS_WRITTEN
    }

    /** Whether inspectors are there for TCP chains that join an outbound listener of another service. */
    public enum JoinedInspectors implements Choice {
        /** They are. */
        REQUIRED,
        /** They aren't. */
        FORGOTTEN
    }
}
