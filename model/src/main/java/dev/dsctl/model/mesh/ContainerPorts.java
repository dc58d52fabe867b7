package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.MeshChoices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The container ports in which named ports are looked up. Source: {@code FindPort} and {@code getPortMap},
 * pilot/pkg/serviceregistry/kube/controller.
 */
final class ContainerPorts {

    private ContainerPorts() {}

    /** In the order in which they are looked up. */
    static List<KubePod.ContainerPort> of(KubePod pod, IstioProfile profile) {
        List<KubePod.ContainerPort> ports = new ArrayList<>();
        addPorts(pod, KubePod.Role.MAIN, ports);
        switch (profile.choice(MeshChoices.NamedTargetPorts.class)) {
            case MAIN_CONTAINERS -> {
                // Those are all.
            }
            case NATIVE_SIDECARS_TOO -> addPorts(pod, KubePod.Role.NATIVE_SIDECAR, ports);
        }
        return List.copyOf(ports);
    }

    /** The numbers of TCP ports by name; of ports with the same name the first counts. */
    static Map<String, Integer> byName(KubePod pod, IstioProfile profile) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (KubePod.ContainerPort port : of(pod, profile)) {
            if (!port.name().isEmpty() && port.transport().equals("TCP")) {
                numbers.putIfAbsent(port.name(), port.number());
            }
        }
        return numbers;
    }

    private static void addPorts(KubePod pod, KubePod.Role role, List<KubePod.ContainerPort> ports) {
        for (KubePod.Container container : pod.spec().containers()) {
            if (container.role() == role) {
                ports.addAll(container.ports());
            }
        }
    }
}
