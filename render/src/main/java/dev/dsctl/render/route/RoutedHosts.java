package dev.dsctl.render.route;

import dev.dsctl.model.mesh.Hostnames;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.RouteChoices.HostCase;
import dev.dsctl.model.traffic.VirtualService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The hosts that VirtualServices speak of. Source: {@code computeWildcardHostVirtualServiceIndex}, pilot/pkg/model/sidecar.go. */
final class RoutedHosts {

    private final IstioProfile profile;
    private final List<VirtualService> all;
    private final Map<String, VirtualService> firstByHost = new HashMap<>();
    private final Map<String, VirtualService> firstByWildcard = new HashMap<>();
    private final Map<String, List<Integer>> positions = new HashMap<>();
    private final List<Integer> wildcardPositions = new ArrayList<>();

    /** Of VirtualServices in the order in which they count. */
    RoutedHosts(IstioProfile profile, List<VirtualService> virtualServices) {
        this.profile = profile;
        this.all = List.copyOf(virtualServices);
        for (int i = 0; i < all.size(); i++) {
            for (String host : all.get(i).hosts()) {
                add(i, host);
            }
        }
    }

    private void add(int position, String host) {
        VirtualService virtualService = all.get(position);
        if (Hostnames.isWildcard(host)) {
            firstByWildcard.putIfAbsent(host, virtualService);
            wildcardPositions.add(position);
        } else {
            firstByHost.putIfAbsent(host, virtualService);
            positions.computeIfAbsent(inCase(host), h -> new ArrayList<>(1)).add(position);
        }
    }

    /** A host as Envoy gets it. */
    String inCase(String host) {
        return switch (profile.choice(HostCase.class)) {
            case AS_WRITTEN -> host;
            case LOWER -> host.toLowerCase(Locale.ROOT);
        };
    }

    /** All VirtualServices in the order in which they count. */
    List<VirtualService> all() {
        return all;
    }

    /** The VirtualServices that may speak of one of these services, in order. */
    List<VirtualService> candidates(Collection<String> services) {
        TreeSet<Integer> found = new TreeSet<>(wildcardPositions);
        for (String service : services) {
            if (Hostnames.isWildcard(service)) {
                return all;
            }
            found.addAll(positions.getOrDefault(service, List.of()));
        }
        return found.stream().map(all::get).toList();
    }

    /** The VirtualService whose hosts fit a service best. */
    Optional<VirtualService> closest(String service) {
        return Hostnames.mostSpecific(service, firstByHost, firstByWildcard);
    }
}
