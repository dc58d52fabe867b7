package dev.dsctl.model.synthesis;

import dev.dsctl.model.install.Setting;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.mesh.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The families and address ranges of the cluster for which objects are completed.
 *
 * @param services ranges for Services, the default family's first
 * @param pods ranges for pods, the preferred family's first
 */
public record ClusterNetwork(List<Cidr> services, List<Cidr> pods) {

    private static final Cidr SERVICES_V4 = known("10.96.0.0/16");
    private static final Cidr SERVICES_V6 = known("fd00:10:96::/112");
    private static final Cidr PODS_V4 = known("10.244.0.0/16");
    private static final Cidr PODS_V6 = known("fd00:10:244::/56");

    /** A cluster's families, in the words of {@code --cluster-family}. */
    public enum Families {
        IPV4,
        IPV6,
        DUAL,
        DUAL_V6_FIRST
    }

    /** The ranges that kind uses. Source: kind's {@code networking.podSubnet} and {@code serviceSubnet} defaults. */
    public static ClusterNetwork of(Families families) {
        return switch (families) {
            case IPV4 -> new ClusterNetwork(List.of(SERVICES_V4), List.of(PODS_V4));
            case IPV6 -> new ClusterNetwork(List.of(SERVICES_V6), List.of(PODS_V6));
            case DUAL -> new ClusterNetwork(List.of(SERVICES_V4, SERVICES_V6), List.of(PODS_V4, PODS_V6));
            case DUAL_V6_FIRST -> new ClusterNetwork(List.of(SERVICES_V6, SERVICES_V4), List.of(PODS_V6, PODS_V4));
        };
    }

    /** The network that a kind {@code Cluster} among the manifests says, if there is one. */
    static Optional<ClusterNetwork> in(Manifests manifests, Problems problems) {
        return kind(manifests)
                .map(cluster -> ofKind(Fields.of(cluster, problems).fields("networking")));
    }

    private static Optional<Manifest> kind(Manifests manifests) {
        return manifests.of("kind.x-k8s.io", "Cluster").stream().findFirst();
    }

    /** The network and where it comes from: what was given, else what the manifests say. */
    public static List<Setting> explained(Optional<ClusterNetwork> given, Manifests manifests) {
        Optional<Manifest> kind = kind(manifests);
        ClusterNetwork network = given.or(() -> in(manifests, new Problems())).orElseGet(() -> of(Families.DUAL));
        String from = given.isPresent()
                ? "options"
                : kind.map(cluster -> cluster.source().toString()).orElse("default");
        return List.of(
                new Setting("cluster.families", joined(network.serviceFamilies()), from),
                new Setting("cluster.podCidr", joined(network.pods), from),
                new Setting("cluster.serviceCidr", joined(network.services), from));
    }

    private static String joined(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /**
     * What a kind {@code Cluster} resource says. Source: kind's pkg/apis/config/v1alpha4.
     *
     * @param networking its {@code networking} field
     */
    private static ClusterNetwork ofKind(Fields networking) {
        ClusterNetwork byFamily = of(
                switch (networking.string("ipFamily", "ipv4")) {
                    case "ipv6" -> Families.IPV6;
                    case "dual" -> Families.DUAL;
                    default -> Families.IPV4;
                });
        return new ClusterNetwork(
                ranges(networking, "serviceSubnet", byFamily.services), ranges(networking, "podSubnet", byFamily.pods));
    }

    private static List<Cidr> ranges(Fields fields, String key, List<Cidr> fallback) {
        String text = fields.string(key);
        if (text.isEmpty()) {
            return fallback;
        }
        List<Cidr> ranges = new ArrayList<>();
        for (String part : text.split(",")) {
            Optional<Cidr> range = Cidr.parse(part.trim());
            if (range.isEmpty()) {
                fields.error(key, "'" + part.trim() + "' is not an address range such as 10.96.0.0/16");
                return fallback;
            }
            ranges.add(range.get());
        }
        return ranges;
    }

    private static Cidr known(String text) {
        return Cidr.parse(text).orElseThrow();
    }

    /**
     * The same with other ranges, where some are given.
     *
     * @throws IllegalArgumentException when one isn't a range
     */
    public ClusterNetwork with(List<String> serviceRanges, List<String> podRanges) {
        return new ClusterNetwork(
                serviceRanges.isEmpty()
                        ? services
                        : serviceRanges.stream().map(ClusterNetwork::range).toList(),
                podRanges.isEmpty()
                        ? pods
                        : podRanges.stream().map(ClusterNetwork::range).toList());
    }

    private static Cidr range(String text) {
        return Cidr.parse(text.trim())
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + text + "' is not an address range such as 10.96.0.0/16"));
    }

    /** The families of Services, the default one first. */
    List<IpFamily> serviceFamilies() {
        return services.stream().map(Cidr::family).toList();
    }
}
