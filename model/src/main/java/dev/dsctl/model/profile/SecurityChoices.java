package dev.dsctl.model.profile;

/** How releases differ in rendering authentication and authorization policies. */
public final class SecurityChoices {

    private SecurityChoices() {}

    /** How a header is matched in an authorization rule. */
    public enum HeaderMatches implements Choice {
        /** Header matches use Envoy's deprecated exact, prefix and suffix fields. */
        DEPRECATED_FIELDS,
        /** Header matches use string_match. */
        STRING_MATCH
    }

    /** Where an authorization rule reads the caller's identity. */
    public enum PeerIdentity implements Choice {
        /** The caller's identity comes from filter state io.istio.peer_principal. */
        FILTER_STATE,
        /** The caller's identity comes from its certificate. */
        AUTHENTICATED
    }

    /** How a verified token reaches authorization. */
    public enum JwtPayload implements Choice {
        /** Istio's own authn filter hands claims of a token to authorization. */
        AUTHN_FILTER,
        /** Envoy's JWT filter hands claims of a token to authorization itself. */
        ENVOY_METADATA
    }

    /** Whether tokens are looked for in cookies. */
    public enum JwtCookies implements Choice {
        /** Tokens in cookies are not looked for. */
        IGNORED,
        /** FromCookies names cookies that may hold a token. */
        HONOURED
    }

    /** Which claims hold several values separated by blanks. */
    public enum SpaceDelimitedClaims implements Choice {
        /** Scope and permission are the claims that hold several values. */
        FIXED,
        /** SpaceDelimitedClaims adds claims that hold several values. */
        CONFIGURABLE
    }

    /** The keys that stand in for those istiod can't fetch. */
    public enum UnfetchedJwks implements Choice {
        /** Keys that can't be fetched are replaced by one that spells the URI. */
        NAMES_URI,
        /** Keys that can't be fetched are replaced by one whose private key nobody has. */
        PUBLIC_ONLY
    }

    /** What {@code {*}} means in a path of an authorization rule. */
    public enum PathTemplates implements Choice {
        /** Braces in paths of authorization rules are literal. */
        LITERAL,
        /** {*} and {**} in paths of authorization rules match path segments. */
        URI_TEMPLATE
    }

    /** Whether authorization rules can name service accounts. */
    public enum SourceServiceAccounts implements Choice {
        /** Authorization rules can't name service accounts. */
        IGNORED,
        /** ServiceAccounts in authorization rules are put into a regular expression as written. */
        AS_WRITTEN,
        /** ServiceAccounts in authorization rules are quoted in their regular expression. */
        QUOTED
    }

    /** Whether authorization rules can name trust domains. */
    public enum SourceTrustDomains implements Choice {
        /** Authorization rules can't name trust domains. */
        IGNORED,
        /** TrustDomains in authorization rules match the caller's trust domain. */
        HONOURED
    }

    /** How namespaces and principals with wildcards become regular expressions. */
    public enum WildcardQuoting implements Choice {
        /** Dots in namespaces and principals with a wildcard match any character. */
        AS_WRITTEN,
        /** Dots in namespaces and principals with a wildcard match dots. */
        QUOTED
    }

    /** How CUSTOM policies of one workload share extension providers. */
    public enum CustomProviders implements Choice {
        /** A workload's CUSTOM policies must name one provider. */
        ONE,
        /** Each provider of a workload's CUSTOM policies has filters of its own. */
        SEVERAL
    }

    /** What a CUSTOM policy with an unusable provider does. */
    public enum BadProvider implements Choice {
        /** A CUSTOM policy with an unusable provider denies everything. */
        DENY_ALL,
        /** A CUSTOM policy with an unusable provider denies what it matches. */
        DENY_MATCHED
    }

    /** Where the headers for an external authorizer over HTTP are listed. */
    public enum ExtAuthzHeaders implements Choice {
        /** Headers for an HTTP authorizer are listed in its service. */
        IN_HTTP_SERVICE,
        /** Headers for an HTTP authorizer are listed in the filter. */
        IN_FILTER
    }

    /** The authority sent to an external authorizer over gRPC. */
    public enum ExtAuthzAuthority implements Choice {
        /** A gRPC authorizer sees the cluster name as authority. */
        CLUSTER,
        /** A gRPC authorizer sees its host name as authority. */
        HOSTNAME
    }
}
