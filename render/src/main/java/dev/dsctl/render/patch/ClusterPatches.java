package dev.dsctl.render.patch;

import com.google.protobuf.Any;
import dev.dsctl.model.extension.EnvoyFilter.ApplyTo;
import dev.dsctl.model.extension.EnvoyFilter.ClusterMatch;
import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.render.json.ProtoJson;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import java.util.List;
import java.util.Optional;

/**
 * Patches of clusters. Source: pilot/pkg/networking/core/envoyfilter/cluster_patch.go.
 */
public final class ClusterPatches {

    private static final int NAME_PARTS = 4;

    private final Patches patches;
    private final Context context;
    private final MessageLookup types = new MessageLookup(new ProtoJson());

    /** Of one direction of a proxy. */
    public ClusterPatches(Patches patches, Context context) {
        this.patches = patches;
        this.context = context;
    }

    /**
     * A cluster after all patches; none when one removes it.
     *
     * @param hosts the services behind an inbound cluster, whose name doesn't tell
     */
    public Optional<Cluster> one(Cluster cluster, List<String> hosts) {
        Cluster result = cluster;
        for (Patch patch : patches.on(ApplyTo.CLUSTER)) {
            if (patch.isFor(context) && matches(result, patch.match().cluster(), hosts)) {
                if (patch.operation() == Operation.REMOVE) {
                    return Optional.empty();
                }
                if (patch.operation() == Operation.MERGE) {
                    result = merged(result.toBuilder(), (Cluster) patch.value());
                }
            }
        }
        return Optional.of(result);
    }

    /** The clusters that patches add. */
    public List<Cluster> added() {
        return patches.on(ApplyTo.CLUSTER).stream()
                .filter(patch -> patch.operation() == Operation.ADD && patch.isFor(context))
                .filter(patch -> patch.match().context() != Context.ANY || context == Context.SIDECAR_OUTBOUND)
                .map(patch -> (Cluster) patch.value())
                .toList();
    }

    private static boolean matches(Cluster cluster, ClusterMatch match, List<String> hosts) {
        if (match == null) {
            return true;
        }
        if (!match.name().isEmpty()) {
            return match.name().equals(cluster.getName());
        }
        String[] parts = cluster.getName().split("\\|", -1);
        boolean parsed = parts.length == NAME_PARTS;
        String subset = parsed ? parts[2] : "";
        String port = parsed ? parts[1] : "0";
        boolean inbound = parsed && parts[0].equals("inbound") && !hosts.isEmpty();
        List<String> services = inbound ? hosts : List.of(parsed ? parts[3] : "");
        return (match.subset().isEmpty() || match.subset().equals(subset))
                && (match.service().isEmpty() || services.contains(match.service()))
                && (match.portNumber() == 0
                        || String.valueOf(match.portNumber()).equals(port));
    }

    private Cluster merged(Cluster.Builder cluster, Cluster value) {
        if (value.hasTransportSocket()) {
            mergeTransportSocket(cluster, value.getTransportSocket());
        } else {
            ProtoMerge.merge(cluster, value);
        }
        return cluster.build();
    }

    /** A patch with a transport socket changes only that one: in the first match with a socket of that name, or the cluster's own. */
    private void mergeTransportSocket(Cluster.Builder cluster, TransportSocket socket) {
        if (cluster.getTransportSocketMatchesCount() > 0) {
            cluster.getTransportSocketMatchesBuilderList().stream()
                    .filter(match -> match.getTransportSocket().getName().equals(socket.getName()))
                    .findFirst()
                    .ifPresent(match -> mergeInto(match.getTransportSocketBuilder(), socket));
        } else if (cluster.hasTransportSocket()
                && cluster.getTransportSocket().getName().equals(socket.getName())) {
            mergeInto(cluster.getTransportSocketBuilder(), socket);
        } else {
            cluster.setTransportSocket(socket);
        }
    }

    private void mergeInto(TransportSocket.Builder into, TransportSocket from) {
        if (into.hasTypedConfig() && from.hasTypedConfig()) {
            Any merged = ProtoMerge.mergeContents(into.getTypedConfig(), from.getTypedConfig(), types);
            into.setTypedConfig(merged);
        }
    }
}
