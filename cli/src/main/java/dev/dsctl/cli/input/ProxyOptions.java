package dev.dsctl.cli.input;

import dev.dsctl.cli.UsageException;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.proxy.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options that pick proxies of a mesh. */
public final class ProxyOptions {

    private static final int LISTED = 20;

    /** What kubectl takes for a kind. */
    private static final Map<String, String> KINDS = Map.of(
            "po", "pod",
            "pods", "pod",
            "deploy", "deployment",
            "deployments", "deployment",
            "sts", "statefulset",
            "statefulsets", "statefulset",
            "ds", "daemonset",
            "daemonsets", "daemonset",
            "rs", "replicaset",
            "replicasets", "replicaset");

    @Option(
            names = "--proxy",
            paramLabel = "POD[.NAMESPACE]",
            description = "A pod with a sidecar, or deploy/NAME and the like for a workload's first pod. Repeatable"
                    + " (default: every pod that has one).")
    private List<String> names = List.of();

    /**
     * The proxies asked for, in the order asked for; all of them when none was.
     *
     * @param namespace of names without one
     * @throws UsageException when there is no such proxy
     */
    public List<Proxy> pick(Mesh mesh, String namespace) {
        return pick(mesh, names, namespace);
    }

    /** The names asked for; none for all proxies. */
    public List<String> names() {
        return names;
    }

    /** The proxies of these names that there are; all of them when no name is given. */
    public static List<Proxy> among(Mesh mesh, List<String> names, String namespace) {
        return names.isEmpty()
                ? mesh.proxies()
                : mesh.proxies().stream()
                        .filter(proxy -> names.contains(proxy.id())
                                || (names.contains(proxy.name())
                                        && proxy.namespace().equals(namespace)))
                        .toList();
    }

    /** The proxies of these names, as {@link #pick(Mesh, String)} has them. */
    public static List<Proxy> pick(Mesh mesh, List<String> names, String namespace) {
        if (mesh.proxies().isEmpty()) {
            throw new UsageException(
                    "no pod in the input has a sidecar (a container or init container named istio-proxy)");
        }
        if (names.isEmpty()) {
            return mesh.proxies();
        }
        Map<String, Proxy> byId = mesh.proxies().stream().collect(Collectors.toMap(Proxy::id, p -> p));
        Map<String, Proxy> picked = new LinkedHashMap<>();
        for (String name : names) {
            Proxy proxy = name.indexOf('/') > 0
                    ? ofWorkload(mesh.proxies(), name, namespace)
                    : byId.getOrDefault(name, byId.get(name + "." + namespace));
            if (proxy == null) {
                throw new UsageException("no proxy '" + name + "'; there " + existing(mesh.proxies()));
            }
            picked.put(proxy.id(), proxy);
        }
        return List.copyOf(picked.values());
    }

    /** The first pod of a workload named as {@code kubectl} and {@code istioctl} take it; null when there is none. */
    private static Proxy ofWorkload(List<Proxy> proxies, String name, String namespace) {
        int slash = name.indexOf('/');
        String type = name.substring(0, slash).toLowerCase(Locale.ROOT);
        String workload = KINDS.getOrDefault(type, type) + name.substring(slash);
        return proxies.stream()
                .filter(proxy -> workload.equals(proxy.workload() + "." + proxy.namespace())
                        || (workload.equals(proxy.workload())
                                && proxy.namespace().equals(namespace)))
                .findFirst()
                .orElse(null);
    }

    /** {@code are a.b, c.d}: some proxies, for a message. */
    public static String existing(List<Proxy> proxies) {
        String ids = proxies.stream().limit(LISTED).map(Proxy::id).collect(Collectors.joining(", "));
        String more = proxies.size() > LISTED ? " and " + (proxies.size() - LISTED) + " more" : "";
        return (proxies.size() == 1 ? "is " : "are ") + ids + more;
    }
}
