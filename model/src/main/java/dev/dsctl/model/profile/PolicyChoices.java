package dev.dsctl.model.profile;

/** How releases differ in what clusters make of traffic policies. */
public final class PolicyChoices {

    private PolicyChoices() {}

    /** Which limits of connection pools are honoured. */
    public enum PoolLimits implements Choice {
        BASIC,
        /** {@code tcp.idleTimeout} and {@code http.maxConcurrentStreams} too. */
        WITH_IDLE_TIMEOUT_AND_STREAMS
    }

    /** When HTTP/1.1 becomes HTTP/2 on the way to hosts. */
    public enum Http2Upgrade implements Choice {
        /** After the limits of the connection pool, which so miss it. */
        AFTER_LIMITS,
        /** The same, but not together with {@code useClientProtocol}. */
        AFTER_LIMITS_UNLESS_CLIENT_PROTOCOL,
        /** Before the limits; a port that isn't declared keeps the client's protocol. */
        BEFORE_LIMITS
    }

    /** What a retry budget without percentage allows. */
    public enum RetryBudgets implements Choice {
        IGNORED,
        /** 0.2 percent. */
        FIFTH_OF_A_PERCENT,
        /** 20 percent. */
        FIFTH
    }

    /** When localities are weighted. */
    public enum LocalityWeights implements Choice {
        /** When locality load balancing isn't turned off. */
        UNLESS_DISABLED,
        /** When there is something to weigh: shares, or failover that can happen. */
        WHEN_USED
    }

    /** How new hosts get more and more traffic. */
    public enum Warmup implements Choice {
        DURATION,
        /** With {@code warmup} also from where and how steeply. */
        DURATION_AND_SLOPE
    }

    /** On which connections the PROXY protocol can be asked for. */
    public enum ProxyProtocol implements Choice {
        NONE,
        /** On those with TLS. */
        OVER_TLS,
        ALL
    }

    /** When hosts are asked for by the name in the request ({@code ENABLE_AUTO_SNI}). */
    public enum AutoSni implements Choice {
        WHEN_ASKED,
        UNLESS_REFUSED,
        ALWAYS
    }

    /** When certificates are checked although a policy names no issuer ({@code VERIFY_CERTIFICATE_AT_CLIENT}). */
    public enum CertificateCheck implements Choice {
        WHEN_ASKED,
        UNLESS_REFUSED,
        ALWAYS
    }

    /** Which parts of the mesh's {@code tlsDefaults} reach clusters. */
    public enum TlsDefaults implements Choice {
        NONE,
        CURVES,
        CURVES_AND_CIPHERS
    }

    /** Whether {@code insecureSkipVerify} has an effect. */
    public enum InsecureSkipVerify implements Choice {
        IGNORED,
        HONOURED
    }

    /** Whether {@code caCrl} has an effect. */
    public enum RevokedCertificates implements Choice {
        IGNORED,
        HONOURED
    }

    /** Which {@code credentialName} a sidecar may use. */
    public enum SidecarCredentials implements Choice {
        /** Those of rules with a workload selector. */
        WITH_SELECTOR,
        /** Also those that name a ConfigMap. */
        WITH_SELECTOR_OR_CONFIG_MAP
    }

    /** Whether certificates from the proxy's metadata replace a policy's. */
    public enum MetadataCertificates implements Choice {
        ALWAYS,
        /** Not towards services outside the mesh. */
        INSIDE_THE_MESH
    }

    /** Whether clusters with TLS settings of their own keep the application's ALPN. */
    public enum AlpnOverride implements Choice {
        ALWAYS,
        NOT_WITH_OWN_TLS
    }
}
