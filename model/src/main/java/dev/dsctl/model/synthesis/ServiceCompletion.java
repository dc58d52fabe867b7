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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services as the API server would store them: with families, their policy and cluster IPs. */
final class ServiceCompletion {

    private static final String NONE = "None";

    private final ClusterNetwork network;
    private final Map<IpFamily, AddressPool> pools = new HashMap<>();
    private final Problems problems;

    ServiceCompletion(ClusterNetwork network, List<Manifest> services, Problems problems) {
        this.network = network;
        this.problems = problems;
        network.services().forEach(range -> pools.put(range.family(), new AddressPool(range)));
        services.forEach(service -> addresses(Fields.of(service, new Problems()).fields("spec"))
                .forEach(address -> pools.values().forEach(pool -> pool.take(address))));
    }

    private static List<String> addresses(Fields spec) {
        List<String> all = spec.strings("clusterIPs");
        String first = spec.string("clusterIP");
        return all.isEmpty() && !first.isEmpty() ? List.of(first) : all;
    }

    /** The Service with what was missing; as it is when nothing was. */
    Manifest completed(Manifest service) {
        Fields spec = Fields.of(service, problems).fields("spec");
        List<String> given = addresses(spec);
        boolean headless = given.contains(NONE);
        boolean complete = headless ? spec.has("ipFamilies") : !given.isEmpty() && !wantsMore(spec, given);
        if (complete || spec.string("type").equals("ExternalName")) {
            return service;
        }
        ServiceFamilies families = ServiceFamilies.of(request(spec, given, headless), network.serviceFamilies());
        if (families.refusal().isPresent()) {
            ServiceFamilies.Refusal refusal = families.refusal().get();
            spec.error(refusal.field(), "the API server refuses it: " + refusal.message());
            return service;
        }
        return withFields(service, spec, families, headless ? given : clusterIps(service, families, given));
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

    private List<String> clusterIps(Manifest service, ServiceFamilies families, List<String> given) {
        List<String> all = new ArrayList<>(given);
        for (int i = given.size(); i < families.families().size(); i++) {
            AddressPool.Allocation allocation =
                    pools.get(families.families().get(i)).allocate(service.namespace() + "/" + service.name());
            if (allocation.displaced()) {
                problems.warning(
                        service.source(),
                        service + ": another Service already had the address derived from its name; it got "
                                + allocation.address());
            }
            all.add(allocation.address());
        }
        return all;
    }

    private static Manifest withFields(
            Manifest service, Fields spec, ServiceFamilies families, List<String> clusterIps) {
        Map<String, Object> fields = Nodes.map(
                "clusterIP", clusterIps.get(0),
                "clusterIPs", clusterIps,
                "ipFamilies",
                        families.families().stream().map(IpFamily::toString).toList(),
                "ipFamilyPolicy", families.policy().toString(),
                "type", spec.string("type", "ClusterIP"));
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
}
