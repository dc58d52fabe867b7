package dev.dsctl.model.entry;

import dev.dsctl.model.kube.IpLiteral;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ServiceEntries and WorkloadEntries. Source of what is refused: {@code ValidateServiceEntry} and {@code ValidateWorkloadEntry},
 * pkg/config/validation/validation.go.
 */
public final class EntryReader {

    private static final String GROUP = "networking.istio.io";
    private static final String HEALTH_CHECKED = "proxy.istio.io/health-checks-enabled";

    private EntryReader() {}

    /** Those among the manifests; what is wrong with them goes to {@code problems}. */
    public static Entries read(Manifests manifests, Problems problems) {
        List<ServiceEntry> services = new ArrayList<>();
        for (Manifest manifest : manifests.of(GROUP, "ServiceEntry")) {
            services.add(serviceEntry(ObjectMeta.of(manifest), Fields.of(manifest, problems)));
        }
        List<WorkloadEntryObject> workloads = new ArrayList<>();
        for (Manifest manifest : manifests.of(GROUP, "WorkloadEntry")) {
            workloads.add(workloadEntry(ObjectMeta.of(manifest), Fields.of(manifest, problems)));
        }
        services.sort(Comparator.comparing(ServiceEntry::meta, ObjectMeta.OLDEST_FIRST));
        workloads.sort(Comparator.comparing(w -> w.meta().key()));
        return new Entries(List.copyOf(services), List.copyOf(workloads));
    }

    private static ServiceEntry serviceEntry(ObjectMeta meta, Fields object) {
        Fields spec = object.fields("spec");
        ServiceEntry.Resolution resolution =
                choice(spec, "resolution", ServiceEntry.Resolution.class, ServiceEntry.Resolution.NONE);
        List<String> hosts = spec.strings("hosts");
        if (hosts.isEmpty()) {
            spec.error("hosts", "a ServiceEntry needs at least one host");
        }
        Optional<Map<String, String>> selector = spec.has("workloadSelector")
                ? Optional.of(spec.fields("workloadSelector").stringMap("labels"))
                : Optional.empty();
        return new ServiceEntry(
                meta,
                hosts,
                addresses(spec),
                ports(spec),
                choice(spec, "location", ServiceEntry.Location.class, ServiceEntry.Location.MESH_EXTERNAL),
                resolution,
                endpoints(spec, resolution),
                selector,
                Set.copyOf(spec.strings("exportTo")),
                spec.strings("subjectAltNames"),
                assigned(object.fields("status")));
    }

    private static List<String> addresses(Fields spec) {
        List<String> addresses = spec.strings("addresses");
        for (String address : addresses) {
            if (!IpLiteral.isAddress(address) && !IpLiteral.isCidr(address)) {
                spec.error("addresses", "'" + address + "' is neither an IP address nor an address range");
            }
        }
        return addresses;
    }

    private static List<ServiceEntry.Port> ports(Fields spec) {
        List<ServiceEntry.Port> ports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (Fields port : spec.list("ports")) {
            String name = port.requiredString("name");
            if (!name.isEmpty() && !names.add(name)) {
                port.error("name", "another port of the entry is called '" + name + "' too");
            }
            int number = port.port("number");
            if (!port.has("number")) {
                port.missing("number");
            } else if (number > 0 && !numbers.add(number)) {
                port.error("number", "another port of the entry is " + number + " too");
            }
            ports.add(new ServiceEntry.Port(name, number, port.string("protocol"), port.port("targetPort")));
        }
        return List.copyOf(ports);
    }

    private static List<WorkloadEntry> endpoints(Fields spec, ServiceEntry.Resolution resolution) {
        List<WorkloadEntry> endpoints = new ArrayList<>();
        for (Fields endpoint : spec.list("endpoints")) {
            WorkloadEntry entry = workload(endpoint, Map.of());
            boolean mustBeAddress = resolution == ServiceEntry.Resolution.STATIC && !entry.isUnixSocket();
            if (mustBeAddress && !entry.address().isEmpty() && !IpLiteral.isAddress(entry.address())) {
                endpoint.error(
                        "address", "'" + entry.address() + "' is not an IP address; resolution STATIC needs one");
            }
            endpoints.add(entry);
        }
        return List.copyOf(endpoints);
    }

    private static Map<String, List<String>> assigned(Fields status) {
        Map<String, List<String>> byHost = new LinkedHashMap<>();
        for (Fields address : status.list("addresses")) {
            String value = address.string("value");
            if (IpLiteral.isAddress(value)) {
                byHost.computeIfAbsent(address.string("host"), h -> new ArrayList<>())
                        .add(value);
            }
        }
        return byHost;
    }

    private static WorkloadEntryObject workloadEntry(ObjectMeta meta, Fields object) {
        return new WorkloadEntryObject(
                meta, workload(object.fields("spec"), meta.labels()), isHealthy(meta, object.fields("status")));
    }

    /** One whose health is checked is unhealthy until a check succeeded. */
    private static boolean isHealthy(ObjectMeta meta, Fields status) {
        if (!meta.annotation(HEALTH_CHECKED).equals("true")) {
            return true;
        }
        for (Fields condition : status.list("conditions")) {
            if (condition.string("type").equals("Healthy")) {
                return condition.string("status").equalsIgnoreCase("true");
            }
        }
        return false;
    }

    private static WorkloadEntry workload(Fields fields, Map<String, String> objectLabels) {
        Map<String, String> labels = new HashMap<>(fields.stringMap("labels"));
        labels.putAll(objectLabels);
        Map<String, Integer> ports = new LinkedHashMap<>();
        Fields declared = fields.fields("ports");
        for (String name : declared.keys()) {
            ports.put(name, declared.port(name));
        }
        return new WorkloadEntry(
                fields.string("address"),
                ports,
                Map.copyOf(labels),
                fields.string("network"),
                fields.string("locality"),
                fields.integer("weight", 0, 0, Integer.MAX_VALUE),
                fields.string("serviceAccount"));
    }

    private static <E extends Enum<E>> E choice(Fields spec, String key, Class<E> type, E byDefault) {
        String text = spec.string(key);
        if (text.isEmpty()) {
            return byDefault;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        spec.error(key, "'" + text + "' is not known");
        return byDefault;
    }
}
