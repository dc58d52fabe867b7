package dev.dsctl.model.synthesis;

import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.manifest.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the API server fills in of a Service whoever it is for. Source: {@code SetDefaults_Service} of Kubernetes, pkg/apis/core/v1/defaults.go. */
final class ServiceDefaults {

    private ServiceDefaults() {}

    /** The Service with a transport and a target for each port; as it is when it has them. */
    static Manifest of(Manifest service) {
        Node.Mapping spec = Nodes.mapping(service.root(), "spec");
        if (!(spec.entries().get("ports") instanceof Node.Sequence ports)) {
            return service;
        }
        List<Node> completed = new ArrayList<>(ports.items().size());
        boolean changed = false;
        for (Node port : ports.items()) {
            Node full = port instanceof Node.Mapping mapping ? port(mapping) : port;
            changed |= full != port;
            completed.add(full);
        }
        if (!changed) {
            return service;
        }
        Node.Sequence all = new Node.Sequence(ports.line(), completed);
        return service.withRoot(Nodes.with(
                service.root(), Nodes.map("spec", Nodes.with(spec, Nodes.map("ports", all)))));
    }

    private static Node.Mapping port(Node.Mapping port) {
        Map<String, Object> missing = new LinkedHashMap<>();
        if (isAbsent(port, "protocol")) {
            missing.put("protocol", "TCP");
        }
        Node number = port.entries().get("port");
        if (isPort(number) && isAbsent(port, "targetPort")) {
            missing.put("targetPort", number);
        }
        return missing.isEmpty() ? port : Nodes.with(port, missing);
    }

    private static boolean isPort(Node node) {
        return node instanceof Node.Scalar scalar
                && scalar.value() instanceof Long number
                && number > 0
                && number < 65536;
    }

    private static boolean isAbsent(Node.Mapping port, String key) {
        Node value = port.entries().get(key);
        return value == null
                || (value instanceof Node.Scalar scalar && (scalar.value() == null || "".equals(scalar.value())));
    }
}
