package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.kube.KubeSlice;
import dev.dsctl.model.profile.MeshChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * EndpointSlices as the endpoints of services. Source: {@code updateEndpointCacheForSlice} and {@code endpointSliceCache},
 * pilot/pkg/serviceregistry/kube/controller/endpointslice.go.
 */
final class KubeEndpoints {

    private final MeshSettings settings;
    private final KubeObjects objects;
    private final PodWorkloads workloads;
    private final EndpointHealth health;
    private final Map<String, KubeService> services = new HashMap<>();
    private final Map<String, KubePod> podsByIp = new HashMap<>();

    private KubeEndpoints(KubeObjects objects, PodWorkloads workloads, MeshSettings settings) {
        this.settings = settings;
        this.objects = objects;
        this.workloads = workloads;
        this.health = new EndpointHealth(settings);
        objects.services().forEach(s -> services.put(s.meta().key(), s));
        for (KubePod pod : objects.allPods()) {
            if (pod.isReadyForTraffic()) {
                podsByIp.putIfAbsent(pod.meta().namespace() + "/" + pod.status().ip(), pod);
            }
        }
    }

    /** The endpoints by {@link Mesh#key}, slices in the order of their names. */
    static Map<String, List<Endpoint>> of(KubeObjects objects, PodWorkloads workloads, MeshSettings settings) {
        KubeEndpoints endpoints = new KubeEndpoints(objects, workloads, settings);
        Map<String, Collected> byService = new HashMap<>();
        for (KubeSlice slice : objects.slices()) {
            endpoints.addSlice(slice, byService);
        }
        Map<String, List<Endpoint>> result = new HashMap<>();
        byService.forEach((service, collected) -> result.put(service, List.copyOf(collected.endpoints)));
        return result;
    }

    private void addSlice(KubeSlice slice, Map<String, Collected> byService) {
        boolean imported = slice.meta().labels().containsKey("multicluster.kubernetes.io/service-name");
        KubeService service = services.get(slice.meta().namespace() + "/" + slice.service());
        if (service == null || imported || slice.addressType().equals("FQDN") || isLost(slice)) {
            return;
        }
        String hostname = KubeServices.hostname(slice.service(), slice.meta().namespace());
        Collected collected =
                byService.computeIfAbsent(slice.meta().namespace() + "/" + hostname, k -> new Collected());
        for (KubeSlice.Member member : slice.endpoints()) {
            Endpoint.Health state = health.of(service, member.conditions());
            if (state != null) {
                for (String address : member.addresses()) {
                    addMember(new Place(slice, service, member, address), state, collected);
                }
            }
        }
    }

    private boolean isLost(KubeSlice slice) {
        return switch (settings.profile().choice(MeshChoices.ZonedSlices.class)) {
            case LOST -> slice.namesZones();
            case READ -> false;
        };
    }

    private void addMember(Place place, Endpoint.Health state, Collected collected) {
        KubePod pod = pod(place);
        if (pod == null && place.member.pod() != null) {
            return;
        }
        Addresses addresses = addresses(place, pod);
        Workload workload = pod == null ? workloads.unknown() : workloads.of(pod);
        if (!addresses.isEmpty()) {
            for (KubeSlice.Port port : place.slice.ports()) {
                collected.add(new Endpoint(addresses, port.number(), port.name(), 0, 0, state, workload));
            }
        }
    }

    /** All of the pod's addresses where families are merged, none when the other family's slice speaks for the pod. */
    private Addresses addresses(Place place, KubePod pod) {
        boolean bothFamilies = place.member.pod() != null
                && pod.status().ips().size() > 1
                && place.service.clusterIps().size() > 1
                && settings.env().dualStack();
        return switch (settings.profile().choice(MeshChoices.PodEndpoints.class)) {
            case ONE_PER_SLICE -> Addresses.of(place.address);
            case MERGED -> {
                if (!bothFamilies) {
                    yield Addresses.of(place.address);
                }
                yield place.slice.addressType().equals("IPv6")
                        ? Addresses.NONE
                        : new Addresses(pod.status().ips());
            }
        };
    }

    /** The pod that {@code targetRef} names; of an endpoint without one, the pod that has its address. */
    private KubePod pod(Place place) {
        if (place.member.pod() != null) {
            return objects.pods().get(place.member.pod().key());
        }
        return podsByIp.get(place.slice.meta().namespace() + "/" + place.address);
    }

    /** An address of a slice's endpoint. */
    private record Place(KubeSlice slice, KubeService service, KubeSlice.Member member, String address) {}

    /** The endpoints of a service; of two with the same address and port the first stays, used and unused ones apart. */
    private static final class Collected {
        private final List<Endpoint> endpoints = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        void add(Endpoint endpoint) {
            String use = endpoint.health() == Endpoint.Health.UNUSED ? "unused " : "";
            if (seen.add(use + endpoint.addresses().primary() + " " + endpoint.servicePortName())) {
                endpoints.add(endpoint);
            }
        }
    }
}
