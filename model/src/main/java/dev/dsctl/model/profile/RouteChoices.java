package dev.dsctl.model.profile;

/** How releases differ in route configurations. */
public final class RouteChoices {

    private RouteChoices() {}

    /** When the inbound side sends a request again that was reset before it reached the application. */
    public enum InboundRetries implements Choice {
        /** Requests that arrive are never sent again. */
        NEVER,
        /** Only with {@code ENABLE_INBOUND_RETRY_POLICY=true}. */
        WHEN_ASKED,
        /** Unless {@code ENABLE_INBOUND_RETRY_POLICY=false}. */
        UNLESS_REFUSED,
        /** Unless {@code ENABLE_INBOUND_RETRY_POLICY=false}, and never for gRPC. */
        UNLESS_REFUSED_OR_GRPC,
        /** Always but for gRPC. */
        UNLESS_GRPC
    }

    /** Whether the default retry policy takes the answer 503 for a failure. */
    public enum RetryUnavailable implements Choice {
        /** A 503 is tried again by default. */
        RETRIED,
        /** A 503 is tried again by default only with {@code EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY=false}. */
        WHEN_ASKED,
        /** A 503 is not tried again by default. */
        FINAL
    }

    /** Whether hosts that failed may be tried again when a consistent hash picks the host. */
    public enum ConsistentHashRetries implements Choice {
        /** Retries avoid hosts that failed. */
        OTHER_HOSTS,
        /** Retries may go to the host that the hash picks. */
        ANY_HOST
    }

    /** Which virtual addresses of a service are domains of its virtual host. */
    public enum DomainAddresses implements Choice {
        /** The first address. */
        FIRST,
        /** The first address and, with dual stack, all others. */
        FIRST_AND_DUAL_STACK,
        /** The addresses of the proxy's families, else the first one. */
        PROXY_FAMILIES_ELSE_FIRST,
        /** The addresses of the proxy's families. */
        PROXY_FAMILIES
    }

    /** How domains are compared to find those that an earlier virtual host has. */
    public enum DomainCase implements Choice {
        /** Domains that differ in case are different. */
        SENSITIVE,
        /** Domains that differ only in case are the same. */
        INSENSITIVE
    }

    /** How host names written with capitals reach Envoy. */
    public enum HostCase implements Choice {
        /** Hosts keep the case in which they were written. */
        AS_WRITTEN,
        /** Hosts are in lower case. */
        LOWER
    }

    /** Whether a name with a dot at its end is a domain. */
    public enum AbsoluteNames implements Choice {
        /** Requests to {@code host.} match no virtual host. */
        UNKNOWN,
        /** Unless {@code PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN=false}, {@code host.} is a domain too. */
        MATCHED
    }

    /** Whether the request attempt count can be turned off. */
    public enum AttemptCount implements Choice {
        /** Virtual hosts always include the request attempt count. */
        ALWAYS,
        /** {@code proxyHeaders.attemptCount} can turn the request attempt count off. */
        CONFIGURABLE
    }

    /** When VirtualServices that delegate are looked at. */
    public enum DelegatingOrder implements Choice {
        /** After all others. */
        LAST,
        /** By age, as all others. */
        BY_AGE
    }

    /** What the mesh's default for {@code exportTo} may say. */
    public enum DefaultExports implements Choice {
        /** {@code .} or {@code *}, the former first; anything else hides VirtualServices. */
        OWN_OR_ALL,
        /** What {@code exportTo} may say. */
        AS_EXPORT_TO
    }
}
