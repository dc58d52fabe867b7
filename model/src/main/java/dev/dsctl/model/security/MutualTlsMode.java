package dev.dsctl.model.security;

/** What a workload accepts on a port. Source: {@code MutualTLSMode}, pilot/pkg/model/authentication.go. */
public enum MutualTlsMode {
    /** No policy says anything. */
    UNKNOWN,
    /** Plain text only. */
    DISABLE,
    /** Mutual TLS and plain text. */
    PERMISSIVE,
    /** Mutual TLS only. */
    STRICT
}
