package dev.dsctl.model.traffic;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.RouteChoices.DefaultExports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The VirtualServices that sidecars heed, by the namespaces that see them. Source: {@code initVirtualServices},
 * pilot/pkg/model/push_context.go.
 */
public final class VirtualServiceIndex {

    /** No VirtualService at all. */
    public static final VirtualServiceIndex EMPTY = new VirtualServiceIndex();

    private final Map<String, List<VirtualService>> ownByNamespace = new HashMap<>();
    private final Map<String, List<VirtualService>> othersByNamespace = new HashMap<>();
    private final List<VirtualService> everywhere = new ArrayList<>();

    private VirtualServiceIndex() {}

    /**
     * The index of all VirtualServices.
     *
     * @param exportToByDefault {@code defaultVirtualServiceExportTo} of the mesh's settings
     */
    public static VirtualServiceIndex of(
            IstioProfile profile, List<VirtualService> all, Set<String> exportToByDefault) {
        VirtualServiceIndex index = new VirtualServiceIndex();
        Set<String> byDefault = byDefault(profile, exportToByDefault);
        for (VirtualService service : Delegates.merged(profile, all, exportToByDefault)) {
            if (service.isForSidecars()) {
                index.add(service, service.exportTo().isEmpty() ? byDefault : service.exportTo());
            }
        }
        return index;
    }

    private static Set<String> byDefault(IstioProfile profile, Set<String> exportTo) {
        return switch (profile.choice(DefaultExports.class)) {
            case OWN_OR_ALL -> Set.of(exportTo.contains(".") ? "." : exportTo.contains("*") ? "*" : "~");
            case AS_EXPORT_TO -> exportTo;
        };
    }

    /** What a namespace sees: first what only it has, then what others export to it, then what all see, each in order of age. */
    public List<VirtualService> visibleTo(String namespace) {
        List<VirtualService> visible = new ArrayList<>(ownByNamespace.getOrDefault(namespace, List.of()));
        visible.addAll(othersByNamespace.getOrDefault(namespace, List.of()));
        visible.addAll(everywhere);
        return visible;
    }

    /** All that some namespace sees, those that export to several more than once. */
    public Stream<VirtualService> all() {
        return Stream.of(ownByNamespace.values().stream(), othersByNamespace.values().stream(), Stream.of(everywhere))
                .flatMap(lists -> lists)
                .flatMap(List::stream);
    }

    private void add(VirtualService service, Set<String> exportTo) {
        if (exportTo.contains("*")) {
            everywhere.add(service);
            return;
        }
        if (exportTo.contains("~")) {
            return;
        }
        String own = service.meta().namespace();
        Set<String> namespaces = new TreeSet<>(exportTo);
        if (namespaces.remove(".") | namespaces.remove(own)) {
            ownByNamespace.computeIfAbsent(own, n -> new ArrayList<>()).add(service);
        }
        for (String namespace : namespaces) {
            othersByNamespace.computeIfAbsent(namespace, n -> new ArrayList<>()).add(service);
        }
    }
}
