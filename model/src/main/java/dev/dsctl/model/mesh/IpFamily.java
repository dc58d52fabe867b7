package dev.dsctl.model.mesh;

/** An address family, as in {@code Service.spec.ipFamilies}. */
public enum IpFamily {
    IPV4("IPv4"),
    IPV6("IPv6");

    private final String text;

    IpFamily(String text) {
        this.text = text;
    }

    /** The family of an IP address in text form. */
    public static IpFamily of(String address) {
        return address.indexOf(':') >= 0 ? IPV6 : IPV4;
    }

    /** {@code IPv4} or {@code IPv6}, as Kubernetes writes it. */
    @Override
    public String toString() {
        return text;
    }
}
