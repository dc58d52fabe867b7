package dev.dsctl.cli.input;

import dev.dsctl.cli.UsageException;
import dev.dsctl.model.synthesis.ClusterNetwork;
import dev.dsctl.model.synthesis.ClusterNetwork.Families;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the cluster for which manifests without addresses are completed. */
public final class NetworkOptions {

    @Option(
            names = "--cluster-family",
            paramLabel = "FAMILIES",
            description =
                    "Families of the cluster for which Services and workloads without addresses get some: ipv4, ipv6, dual or"
                            + " dual-v6-first (default: what a kind Cluster in the input says, else dual).")
    private String family;

    @Option(
            names = "--service-cidr",
            paramLabel = "CIDR[,CIDR]",
            split = ",",
            description = "Address ranges for Services (default: 10.96.0.0/16 and fd00:10:96::/112).")
    private List<String> services = List.of();

    @Option(
            names = "--pod-cidr",
            paramLabel = "CIDR[,CIDR]",
            split = ",",
            description = "Address ranges for pods (default: 10.244.0.0/16 and fd00:10:244::/56).")
    private List<String> pods = List.of();

    /** The network that was asked for; empty when the input decides. */
    public Optional<ClusterNetwork> network() {
        if (family == null && services.isEmpty() && pods.isEmpty()) {
            return Optional.empty();
        }
        ClusterNetwork byFamily = ClusterNetwork.of(families());
        try {
            return Optional.of(byFamily.with(services, pods));
        } catch (IllegalArgumentException notARange) {
            throw new UsageException(notARange.getMessage());
        }
    }

    private Families families() {
        if (family == null) {
            return Families.DUAL;
        }
        return switch (family) {
            case "ipv4" -> Families.IPV4;
            case "ipv6" -> Families.IPV6;
            case "dual" -> Families.DUAL;
            case "dual-v6-first" -> Families.DUAL_V6_FIRST;
            default ->
                throw new UsageException(
                        "--cluster-family must be ipv4, ipv6, dual or dual-v6-first, is '" + family + "'");
        };
    }
}
