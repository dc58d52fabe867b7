package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.ObjectMeta;
import java.util.ArrayList;
import java.util.List;

/** Reads Pods. */
final class PodReader {

    private final Fields pod;
    private final Fields spec;
    private final Fields status;

    private PodReader(Fields pod) {
        this.pod = pod;
        this.spec = pod.fields("spec");
        this.status = pod.fields("status");
    }

    static KubePod read(ObjectMeta meta, Fields fields) {
        return new PodReader(fields).pod(meta);
    }

    private KubePod pod(ObjectMeta meta) {
        Fields metadata = pod.fields("metadata");
        List<KubePod.Container> containers = new ArrayList<>();
        for (Fields container : spec.list("containers")) {
            containers.add(container(container, KubePod.Role.MAIN));
        }
        for (Fields container : spec.list("initContainers")) {
            boolean stays = container.string("restartPolicy").equals("Always");
            containers.add(container(container, stays ? KubePod.Role.NATIVE_SIDECAR : KubePod.Role.INIT));
        }
        KubePod.Spec podSpec = new KubePod.Spec(
                spec.string("serviceAccountName", "default"),
                spec.string("nodeName"),
                spec.string("hostname"),
                spec.string("subdomain"),
                spec.bool("hostNetwork", false),
                List.copyOf(containers));
        KubePod.Status podStatus =
                new KubePod.Status(status.string("phase"), isReady(), metadata.has("deletionTimestamp"), ips());
        return new KubePod(meta, metadata.string("generateName"), controller(metadata), podSpec, podStatus);
    }

    private static KubePod.Owner controller(Fields metadata) {
        for (Fields owner : metadata.list("ownerReferences")) {
            if (owner.bool("controller", false)) {
                return new KubePod.Owner(owner.string("kind"), owner.string("name"));
            }
        }
        return KubePod.Owner.NONE;
    }

    private static KubePod.Container container(Fields container, KubePod.Role role) {
        String name = container.string("name");
        List<String> arguments = name.equals(KubePod.PROXY) ? container.strings("args") : List.of();
        List<KubePod.ContainerPort> ports = new ArrayList<>();
        for (Fields port : container.list("ports")) {
            int number = port.port("containerPort");
            if (!port.has("containerPort")) {
                port.missing("containerPort");
            }
            ports.add(new KubePod.ContainerPort(port.string("name"), number, ServiceReader.transport(port)));
        }
        return new KubePod.Container(name, role, List.copyOf(ports), arguments);
    }

    private boolean isReady() {
        for (Fields condition : status.list("conditions")) {
            if (condition.string("type").equals("Ready")) {
                return condition.string("status").equals("True");
            }
        }
        return false;
    }

    private List<String> ips() {
        List<String> ips = new ArrayList<>();
        for (Fields entry : status.list("podIPs")) {
            ips.add(entry.requiredString("ip"));
        }
        String first = status.string("podIP");
        if (ips.isEmpty()) {
            if (!first.isEmpty()) {
                ips.add(first);
            }
        } else if (!first.isEmpty() && !first.equals(ips.get(0))) {
            status.error("podIPs", "must begin with podIP " + first + ", begins with " + ips.get(0));
        }
        String field = status.has("podIPs") ? "podIPs" : "podIP";
        for (String ip : ips) {
            if (!ip.isEmpty() && !IpLiteral.isAddress(ip)) {
                status.error(field, "'" + ip + "' is not an IP address");
            }
        }
        return List.copyOf(ips);
    }
}
