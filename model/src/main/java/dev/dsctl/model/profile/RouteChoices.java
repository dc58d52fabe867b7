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

    /** Whether VirtualServices can speak of ExternalName services that stand for others. */
    public enum AliasHosts implements Choice {
        /** They are hosts like any that no service has. */
        UNROUTED,
        /** They are services that lead to the one they stand for. */
        ROUTED
    }

    /** Which services a VirtualService's wildcard host stands for. */
    public enum WildcardHosts implements Choice {
        /** All that match, even if another VirtualService fits them better. */
        ALL_MATCHING,
        /** All that the VirtualService fits best, by whichever of its hosts. */
        CLOSEST_OF_ALL,
        /** Those that match and that no other VirtualService fits better. */
        CLOSEST_MATCHING
    }

    /** Which regular expression for a path counts as one that matches all, which ends the list of routes. */
    public enum CatchAllRegex implements Choice {
        /** {@code *}, which is no regular expression. */
        STAR,
        /** {@code .*}. */
        DOT_STAR
    }

    /** What a header match without a value says. */
    public enum EmptyMatches implements Choice {
        /** Nothing; Envoy takes that for presence. */
        SAY_NOTHING,
        /** That the header is present. */
        PRESENCE
    }

    /** Whether a request without a header fulfils {@code withoutHeaders}. */
    public enum MissingHeaders implements Choice {
        /** As Envoy has it. */
        MATCH,
        /** A header that is missing counts as an empty one. */
        EMPTY
    }

    /** Which matches of query parameters have an effect. */
    public enum QueryMatches implements Choice {
        /** Exact ones and regular expressions. */
        EXACT_OR_REGEX,
        /** All that have one for headers. */
        AS_HEADERS
    }

    /** How claims of a token are named in a header match. */
    public enum ClaimNames implements Choice {
        /** {@code @request.auth.claims.group}. */
        DOTS,
        /** Or {@code @request.auth.claims[group]}. */
        DOTS_OR_BRACKETS
    }

    /** How a header operation says whether it appends. */
    public enum HeaderAppends implements Choice {
        /** With the deprecated {@code append}. */
        BOOLEAN,
        /** With {@code append_action}. */
        ACTION
    }

    /** Whether a redirect names the usual port of its scheme. */
    public enum RedirectPorts implements Choice {
        /** It does when asked to. */
        WRITTEN,
        /** It never does. */
        UNLESS_USUAL
    }

    /** What becomes of several destinations of which only one has a weight. */
    public enum LoneWeights implements Choice {
        /** A route to one cluster. */
        UNWEIGHTED,
        /** A route to a list of one cluster. */
        WEIGHTED
    }

    /** Whether a list of clusters tells the sum of weights. */
    public enum TotalWeights implements Choice {
        /** It does. */
        WRITTEN,
        /** Envoy sums up. */
        LEFT_OUT
    }

    /** Whether requests can be copied to several destinations. */
    public enum MirrorLists implements Choice {
        /** {@code mirrors} isn't known. */
        UNKNOWN,
        /** {@code mirrors} has an effect. */
        HONOURED
    }

    /** Whether the Host header of copies ends in {@code -shadow}. */
    public enum ShadowHosts implements Choice {
        /** It does. */
        MARKED,
        /** It does with {@code DISABLE_SHADOW_HOST_SUFFIX=false}. */
        MARKED_WHEN_ASKED
    }

    /** Whether regular expressions can rewrite paths. */
    public enum RegexRewrites implements Choice {
        /** {@code uriRegexRewrite} isn't known. */
        UNKNOWN,
        /** {@code uriRegexRewrite} has an effect. */
        HONOURED
    }

    /** Where CORS policies stand. */
    public enum CorsPlace implements Choice {
        /** In the route's action. */
        ACTION,
        /** In the settings of the CORS filter. */
        FILTER
    }

    /** What CORS policies say about preflight requests of sites that aren't allowed. */
    public enum CorsPreflights implements Choice {
        /** Nothing. */
        ENVOYS_DEFAULT,
        /** That they are forwarded, unless {@code unmatchedPreflights} says otherwise. */
        FORWARDED
    }

    /** Which fields of a retry policy have an effect. */
    public enum RetryFields implements Choice {
        /** All but {@code retryIgnorePreviousHosts} and {@code backoff}. */
        SOME,
        /** All. */
        ALL
    }

    /** Whether cookies of a consistent hash have attributes. */
    public enum CookieAttributes implements Choice {
        /** They don't. */
        IGNORED,
        /** They have those that were written. */
        WRITTEN
    }

    /** Whether sidecars tell services which host the client asked for. */
    public enum ForwardedHost implements Choice {
        /** They don't. */
        NEVER,
        /** {@code proxyHeaders.xForwardedHost} makes them. */
        CONFIGURABLE
    }

    /** What makes sessions of a service stick to a host. */
    public enum SessionSwitch implements Choice {
        /** A label of the service. */
        LABEL,
        /** A label of the service, with {@code PILOT_ENABLE_PERSISTENT_SESSION_FILTER=true}. */
        FEATURE
    }

    /** Whether a header can tell which host a session sticks to. */
    public enum SessionHeaders implements Choice {
        /** Only a cookie can. */
        UNKNOWN,
        /** A header can, by a label of its own. */
        LABELLED
    }

    /** How long the cookie of a session lives. */
    public enum SessionCookies implements Choice {
        /** Two minutes. */
        TWO_MINUTES,
        /** As long as the browser's session. */
        SESSION
    }

    /** Where it stands that sessions of a service stick to a host. */
    public enum SessionPlace implements Choice {
        /** In the service's virtual host. */
        VIRTUAL_HOST,
        /** In the service's virtual host, and in routes of VirtualServices to the service. */
        VIRTUAL_HOST_AND_ROUTE
    }

    /** Whether domains stand with and without their port. */
    public enum DomainPorts implements Choice {
        /** Without; Envoy ignores the port of a Host header. */
        IGNORED,
        /** Both ways. */
        WRITTEN
    }

    /** How long direct responses may be. */
    public enum DirectResponses implements Choice {
        /** As long as the API lets users write them. */
        LIMIT_OF_API,
        /** As Envoy has it. */
        ENVOYS_DEFAULT
    }

    /** How routes to services say that gRPC requests may take for ever. */
    public enum StreamTimeouts implements Choice {
        /** With {@code max_grpc_timeout}. */
        GRPC_TIMEOUT,
        /** With {@code max_stream_duration}. */
        STREAM_DURATION
    }

    /** How retries name what keeps them from hosts that failed. */
    public enum RetryPredicates implements Choice {
        /** By type. */
        TYPED,
        /** By name. */
        NAMED
    }
}
