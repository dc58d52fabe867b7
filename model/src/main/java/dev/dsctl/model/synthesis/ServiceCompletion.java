package dev.dsctl.model.synthesis;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.IpFamily;
import dev.dsctl.model.synthesis.ServiceFamilies.Kind;
import dev.dsctl.model.synthesis.ServiceFamilies.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services as the API server would store them: with families, their policy and cluster IPs. */
final class ServiceCompletion {

    private static final String NONE = "None";

    private final ClusterNetwork network;
    private final Map<Manifest, Plan> plans = new IdentityHashMap<>();
    private final Map<IpFamily, Map<String, AddressPool.Allocation>> allocations = new EnumMap<>(IpFamily.class);
    private final Problems problems;

    /** For these Services; what the API server would refuse goes to {@code problems}. */
    ServiceCompletion(ClusterNetwork network, List<Manifest> services, Problems problems) {
        this.network = network;
        this.problems = problems;
        Map<IpFamily, AddressPool> pools = new EnumMap<>(IpFamily.class);
        network.services().forEach(range -> pools.put(range.family(), new AddressPool(range)));
        Map<IpFamily, List<String>> wanted = new EnumMap<>(IpFamily.class);
        for (Manifest service : services) {
            Fields spec = Fields.of(service, problems).fields("spec");
            addresses(spec).forEach(address -> pools.values().forEach(pool -> pool.take(address)));
            plan(spec).ifPresent(plan -> {
                plans.put(service, plan);
                plan.missing()
                        .forEach(family -> wanted.computeIfAbsent(family, f -> new ArrayList<>())
                                .add(key(service)));
            });
        }
        wanted.forEach((family, names) -> allocations.put(family, allocated(pools.get(family), names, services)));
    }

    private Map<String, AddressPool.Allocation> allocated(
            AddressPool pool, List<String> names, List<Manifest> services) {
        try {
            return pool.allocate(names);
        } catch (IllegalStateException full) {
            problems.error(
                    services.get(0).source(),
                    "the range for Services is too small for " + names.size()
                            + (names.size() == 1 ? " address" : " addresses")
                            + ": give a larger one with --service-cidr");
            return Map.of();
        }
    }

    /** What a Service lacks: the families it gets and those of which it has no address yet. */
    private record Plan(ServiceFamilies families, List<String> given, boolean headless) {

        List<IpFamily> missing() {
            List<IpFamily> all = families.families();
            return headless ? List.of() : all.subList(Math.min(given.size(), all.size()), all.size());
        }
    }

    private Optional<Plan> plan(Fields spec) {
        List<String> given = addresses(spec);
        boolean headless = given.contains(NONE);
        boolean complete = headless
                ? spec.has("clusterIPs") && spec.has("ipFamilies")
                : !given.isEmpty() && !wantsMore(spec, given);
        if (spec.string("type").equals("ExternalName")) {
            refuseFamilies(spec);
            return Optional.empty();
        }
        if (complete) {
            return Optional.empty();
        }
        ServiceFamilies families = ServiceFamilies.of(request(spec, given, headless), network.serviceFamilies());
        if (families.refusal().isPresent()) {
            ServiceFamilies.Refusal refusal = families.refusal().get();
            problems.error(
                    spec.at(refusal.key()),
                    "the API server refuses it: spec." + refusal.field() + ": Invalid value: \"" + refusal.value()
                            + "\": " + refusal.message());
            return Optional.empty();
        }
        return Optional.of(new Plan(families, given, headless));
    }

    private static String key(Manifest service) {
        return service.namespace() + "/" + service.name();
    }

    private static List<String> addresses(Fields spec) {
        List<String> all = spec.strings("clusterIPs");
        String first = spec.string("clusterIP");
        return all.isEmpty() && !first.isEmpty() ? List.of(first) : all;
    }

    /** The Service with what was missing; as it is when nothing was. */
    Manifest completed(Manifest service) {
        Plan plan = plans.get(service);
        Manifest withPorts = ServiceDefaults.of(service);
        return plan == null ? withPorts : withFields(withPorts, plan, clusterIps(service, plan));
    }

    private void refuseFamilies(Fields spec) {
        for (String field : List.of("ipFamilies", "ipFamilyPolicy")) {
            if (spec.has(field)) {
                problems.error(
                        spec.at(field),
                        "the API server refuses it: spec." + field
                                + ": Forbidden: may not be set for ExternalName services");
            }
        }
    }

    /** Whether both families are asked for but one address given. */
    private boolean wantsMore(Fields spec, List<String> given) {
        String policy = spec.string("ipFamilyPolicy");
        return given.size() == 1
                && !policy.isEmpty()
                && !policy.equals(FamilyPolicy.SINGLE_STACK.toString())
                && network.services().size() == 2
                && !spec.has("clusterIPs");
    }

    private static Request request(Fields spec, List<String> given, boolean headless) {
        String policy = spec.string("ipFamilyPolicy");
        Optional<FamilyPolicy> known = FamilyPolicy.named(policy);
        if (!policy.isEmpty() && known.isEmpty()) {
            spec.error(
                    "ipFamilyPolicy", "must be SingleStack, PreferDualStack or RequireDualStack, is '" + policy + "'");
        }
        List<IpFamily> families = spec.strings("ipFamilies").stream()
                .map(text -> text.equals("IPv6") ? IpFamily.IPV6 : IpFamily.IPV4)
                .toList();
        boolean selects = !spec.stringMap("selector").isEmpty();
        Kind kind = !headless ? Kind.WITH_ADDRESS : selects ? Kind.HEADLESS : Kind.HEADLESS_WITHOUT_SELECTOR;
        List<IpFamily> ofAddresses =
                headless ? List.of() : given.stream().map(IpFamily::of).toList();
        return new Request(known, families, ofAddresses, kind);
    }

    private List<String> clusterIps(Manifest service, Plan plan) {
        List<String> all = new ArrayList<>(plan.given());
        for (IpFamily family : plan.missing()) {
            AddressPool.Allocation allocation =
                    allocations.getOrDefault(family, Map.of()).get(key(service));
            if (allocation != null) {
                all.add(allocation.address());
                if (allocation.displaced()) {
                    problems.warning(
                            service.source(),
                            service + ": another Service already had the address derived from its name; it got "
                                    + allocation.address());
                }
            }
        }
        return all;
    }

    private static Manifest withFields(Manifest service, Plan plan, List<String> clusterIps) {
        if (clusterIps.isEmpty()) {
            return service;
        }
        ServiceFamilies families = plan.families();
        Map<String, Object> fields = Nodes.map(
                "clusterIP", clusterIps.get(0),
                "clusterIPs", clusterIps,
                "ipFamilies",
                        families.families().stream().map(IpFamily::toString).toList(),
                "ipFamilyPolicy", families.policy().toString(),
                "type", type(service));
        Node.Mapping metadata = Nodes.mapping(service.root(), "metadata");
        Node.Mapping annotations =
                Nodes.with(Nodes.mapping(metadata, "annotations"), Nodes.map(PodCompletion.SYNTHETIC, "clusterIPs"));
        Node.Mapping root = Nodes.with(
                service.root(),
                Nodes.map(
                        "metadata", Nodes.with(metadata, Nodes.map("annotations", annotations)),
                        "spec", Nodes.with(Nodes.mapping(service.root(), "spec"), fields)));
        return new Manifest(
                service.apiVersion(), service.kind(), service.namespace(), service.name(), root, service.source());
    }

    private static String type(Manifest service) {
        return Nodes.mapping(service.root(), "spec").entries().get("type") instanceof Node.Scalar scalar
                        && !scalar.text().isEmpty()
                ? scalar.text()
                : "ClusterIP";
    }
}
