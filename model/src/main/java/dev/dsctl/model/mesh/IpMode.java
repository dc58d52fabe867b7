package dev.dsctl.model.mesh;

/** Which families a proxy's own addresses have. Source: {@code IPMode}, pilot/pkg/model/context.go. */
public enum IpMode {
    IPV4,
    IPV6,
    DUAL;

    /** From the families present; none counts as IPv4, as in Istio. */
    static IpMode of(boolean v4, boolean v6) {
        if (v4 && v6) {
            return DUAL;
        }
        return v6 ? IPV6 : IPV4;
    }
}
