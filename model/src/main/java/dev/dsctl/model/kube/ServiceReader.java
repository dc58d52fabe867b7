package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.ObjectMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads Services. Source of what is refused: {@code ValidateService} of Kubernetes, pkg/apis/core/validation/validation.go. */
final class ServiceReader {

    private static final Set<String> TYPES = Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
    private static final Set<String> FAMILIES = Set.of("IPv4", "IPv6");
    private static final Set<String> TRANSPORTS = Set.of("TCP", "UDP", "SCTP");

    private final Fields spec;

    private ServiceReader(Fields spec) {
        this.spec = spec;
    }

    static KubeService read(ObjectMeta meta, Fields fields) {
        return new ServiceReader(fields.fields("spec")).service(meta);
    }

    private KubeService service(ObjectMeta meta) {
        String type = spec.string("type", "ClusterIP");
        if (!TYPES.contains(type)) {
            spec.error("type", "must be ClusterIP, NodePort, LoadBalancer or ExternalName, is '" + type + "'");
        }
        boolean externalName = type.equals("ExternalName");
        KubeService service = new KubeService(
                meta,
                type,
                externalName ? spec.requiredString("externalName") : spec.string("externalName"),
                new KubeService.Families(spec.string("ipFamilyPolicy"), families()),
                clusterIps(),
                ports(),
                spec.stringMap("selector"),
                traffic());
        checkAddresses(service);
        if (service.ports().isEmpty()
                && !service.isHeadless()
                && !externalName
                && spec.list("ports").isEmpty()) {
            spec.error("ports", "a service needs at least one port unless it is headless or of type ExternalName");
        }
        return service;
    }

    private List<String> clusterIps() {
        String first = spec.string("clusterIP");
        List<String> all = spec.strings("clusterIPs");
        if (all.isEmpty()) {
            return first.isEmpty() ? List.of() : List.of(first);
        }
        if (!first.isEmpty() && !first.equals(all.get(0))) {
            spec.error("clusterIPs", "must begin with clusterIP " + first + ", begins with " + all.get(0));
        }
        return all;
    }

    private void checkAddresses(KubeService service) {
        List<String> addresses = service.clusterIps();
        List<String> families = service.families().listed();
        if (service.isHeadless() && addresses.size() > 1) {
            spec.error("clusterIPs", "'None' must stand alone");
        }
        if (service.isHeadless() || addresses.isEmpty()) {
            return;
        }
        String field = spec.has("clusterIPs") ? "clusterIPs" : "clusterIP";
        if (service.type().equals("ExternalName")) {
            spec.error(field, "a service of type ExternalName has no cluster IP");
        }
        if (addresses.size() > 2) {
            spec.error(field, "must hold at most one address of each family");
        }
        List<String> found = new ArrayList<>();
        for (String address : addresses) {
            String family = IpLiteral.family(address);
            if (family.isEmpty()) {
                spec.error(field, "'" + address + "' is not an IP address");
                return;
            }
            if (found.contains(family)) {
                spec.error(field, "has two " + family + " addresses; a service has at most one of each family");
                return;
            }
            found.add(family);
        }
        if (!families.isEmpty() && !families.equals(found)) {
            spec.error(
                    field,
                    "contradicts ipFamilies: " + String.join(", ", addresses) + " is " + String.join(", ", found)
                            + ", ipFamilies says " + String.join(", ", families));
        }
    }

    private List<String> families() {
        List<String> families = spec.strings("ipFamilies");
        Set<String> seen = new HashSet<>();
        for (String family : families) {
            if (!FAMILIES.contains(family)) {
                spec.error("ipFamilies", "must hold IPv4 or IPv6, holds '" + family + "'");
                return List.of();
            }
            if (!seen.add(family)) {
                spec.error("ipFamilies", "holds " + family + " twice");
                return List.of();
            }
        }
        return families;
    }

    private List<KubeService.Port> ports() {
        List<Fields> declared = spec.list("ports");
        List<KubeService.Port> ports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Fields port : declared) {
            String name = declared.size() > 1 ? port.requiredString("name") : port.string("name");
            if (!name.isEmpty() && !names.add(name)) {
                port.error("name", "another port of the service is called '" + name + "' too");
            }
            int number = port.port("port");
            if (!port.has("port")) {
                port.missing("port");
            }
            String transport = transport(port);
            if (number > 0 && !numbers.add(number + "/" + transport)) {
                port.error("port", "another port of the service is " + transport + " " + number + " too");
            }
            ports.add(new KubeService.Port(
                    name, number, transport, port.optionalString("appProtocol").orElse(null), target(port, number)));
        }
        return List.copyOf(ports);
    }

    /** A port's transport protocol, TCP unless given. */
    static String transport(Fields port) {
        String transport = port.string("protocol", "TCP");
        if (!TRANSPORTS.contains(transport)) {
            port.error("protocol", "must be TCP, UDP or SCTP, is '" + transport + "'");
        }
        return transport;
    }

    private static PortReference target(Fields port, int number) {
        boolean named = port.node("targetPort")
                .filter(n -> n instanceof Node.Scalar s && s.value() instanceof String)
                .isPresent();
        return named
                ? PortReference.named(port.string("targetPort"))
                : PortReference.of(port.integer("targetPort", number, 1, 65535));
    }

    private KubeService.Traffic traffic() {
        String policy = spec.string("internalTrafficPolicy", "Cluster");
        if (!policy.equals("Cluster") && !policy.equals("Local")) {
            spec.error("internalTrafficPolicy", "must be Cluster or Local, is '" + policy + "'");
        }
        return new KubeService.Traffic(
                policy.equals("Local"),
                spec.string("trafficDistribution"),
                spec.bool("publishNotReadyAddresses", false));
    }
}
