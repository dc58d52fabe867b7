package dev.dsctl.model.synthesis;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the API server fills in of a pod's {@code spec}. Source: Kubernetes' pkg/apis/core/v1/defaults.go and
 * plugin/pkg/admission/serviceaccount.
 */
final class PodDefaults {

    private PodDefaults() {}

    /** The spec with a service account, and a transport for each port of its containers. */
    static Node.Mapping of(Node.Mapping spec) {
        Map<String, Object> changed = new LinkedHashMap<>();
        if (!spec.entries().containsKey("serviceAccountName")) {
            Object older = spec.entries().get("serviceAccount");
            changed.put("serviceAccountName", older == null ? "default" : older);
        }
        for (String key : List.of("initContainers", "containers")) {
            if (spec.entries().get(key) instanceof Node.Sequence containers) {
                changed.put(key, mapped(containers, PodDefaults::container));
            }
        }
        return Nodes.with(spec, changed);
    }

    private static Node container(Node.Mapping container) {
        return container.entries().get("ports") instanceof Node.Sequence ports
                ? Nodes.with(container, Map.of("ports", mapped(ports, PodDefaults::port)))
                : container;
    }

    private static Node port(Node.Mapping port) {
        return port.entries().containsKey("protocol") ? port : Nodes.with(port, Map.of("protocol", "TCP"));
    }

    private static Node.Sequence mapped(Node.Sequence sequence, Function<Node.Mapping, Node> change) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            items.add(item instanceof Node.Mapping mapping ? change.apply(mapping) : item);
        }
        return new Node.Sequence(sequence.line(), items);
    }
}
