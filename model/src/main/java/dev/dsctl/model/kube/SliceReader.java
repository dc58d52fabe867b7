package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.ObjectMeta;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads EndpointSlices. Source of what is refused: {@code ValidateEndpointSlice} of Kubernetes,
 * pkg/apis/discovery/validation/validation.go.
 */
final class SliceReader {

    private final Fields slice;
    private final String addressType;

    private SliceReader(Fields slice) {
        this.slice = slice;
        this.addressType = slice.requiredString("addressType");
    }

    static KubeSlice read(ObjectMeta meta, Fields fields) {
        return new SliceReader(fields).slice(meta);
    }

    private KubeSlice slice(ObjectMeta meta) {
        if (!addressType.isEmpty() && !List.of("IPv4", "IPv6", "FQDN").contains(addressType)) {
            slice.error("addressType", "must be IPv4, IPv6 or FQDN, is '" + addressType + "'");
        }
        List<KubeSlice.Member> members =
                slice.list("endpoints").stream().map(this::member).toList();
        return new KubeSlice(meta, addressType, members, ports());
    }

    private KubeSlice.Member member(Fields endpoint) {
        List<String> addresses = endpoint.strings("addresses");
        if (addresses.isEmpty()) {
            endpoint.error("addresses", "an endpoint needs at least one address");
        }
        for (String address : addresses) {
            checkAddress(endpoint, address);
        }
        Fields conditions = endpoint.fields("conditions");
        return new KubeSlice.Member(
                addresses,
                new KubeSlice.Conditions(
                        condition(conditions, "ready"),
                        condition(conditions, "serving"),
                        condition(conditions, "terminating")),
                pod(endpoint.fields("targetRef")),
                endpoint.string("zone"));
    }

    private void checkAddress(Fields endpoint, String address) {
        String family = IpLiteral.family(address);
        switch (addressType) {
            case "IPv4", "IPv6" -> {
                if (family.isEmpty()) {
                    endpoint.error("addresses", "'" + address + "' is not an IP address");
                } else if (!family.equals(addressType)) {
                    endpoint.error(
                            "addresses",
                            address + " is an " + family + " address in a slice of addressType " + addressType);
                }
            }
            default -> {
                // Names of hosts, and slices whose address type is reported already.
            }
        }
    }

    private static Boolean condition(Fields conditions, String name) {
        return conditions.has(name) ? (Boolean) conditions.bool(name, true) : null;
    }

    private static KubeSlice.PodReference pod(Fields targetRef) {
        boolean isPod = targetRef.string("kind").equals("Pod");
        return isPod ? new KubeSlice.PodReference(targetRef.string("namespace"), targetRef.string("name")) : null;
    }

    private List<KubeSlice.Port> ports() {
        List<KubeSlice.Port> ports = new ArrayList<>();
        for (Fields port : slice.list("ports")) {
            ServiceReader.transport(port);
            ports.add(new KubeSlice.Port(port.string("name"), port.port("port")));
        }
        return List.copyOf(ports);
    }
}
