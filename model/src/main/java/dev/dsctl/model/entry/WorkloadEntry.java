package dev.dsctl.model.entry;

import java.util.Map;

/**
 * A workload outside Kubernetes: a WorkloadEntry, or an endpoint of a ServiceEntry. Source: istio/api
 * networking/v1alpha3/workload_entry.proto.
 *
 * @param address an IP address, a host name, a Unix socket ({@code unix:///path}), or empty
 * @param ports where it listens, by the name of the service's port
 * @param labels its labels; of an object, those of its metadata too
 * @param network its network, empty for the default
 * @param locality {@code region/zone/subzone}, empty when not given
 * @param weight load-balancing weight, 0 when not given
 * @param serviceAccount whose identity it has, empty when not given
 */
public record WorkloadEntry(
        String address,
        Map<String, Integer> ports,
        Map<String, String> labels,
        String network,
        String locality,
        int weight,
        String serviceAccount) {

    /** What the address of a Unix socket begins with. */
    public static final String UNIX = "unix://";

    /** Whether it listens on a Unix socket. */
    public boolean isUnixSocket() {
        return address.startsWith(UNIX);
    }
}
