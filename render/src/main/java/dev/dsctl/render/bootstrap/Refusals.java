package dev.dsctl.render.bootstrap;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what Envoy refuses in a bootstrap. Envoy stops at the first mistake and seldom says where it is, so smaller and smaller bootstraps
 * are tried; what is found is taken out, and the search begins anew.
 */
public final class Refusals {

    /** So many are looked for in one bootstrap. */
    private static final int MOST = 10;

    private final Trial trial;
    private final List<Refusal> found = new ArrayList<>();

    private Refusals(Trial trial) {
        this.trial = trial;
    }

    /** What Envoy refuses; nothing when it takes the bootstrap. */
    public static List<Refusal> of(Bootstrap bootstrap, Trial trial) {
        Optional<String> reason = trial.refusal(bootstrap);
        if (reason.isEmpty()) {
            return List.of();
        }
        Refusals refusals = new Refusals(trial);
        refusals.inListeners(refusals.inClusters(bootstrap));
        return refusals.found.isEmpty()
                ? List.of(new Refusal(reason.get(), Optional.empty(), "", List.of(), bootstrap))
                : refusals.found;
    }

    /** Looks at the clusters alone. In the result, an empty cluster stands for each that is refused. */
    private Bootstrap inClusters(Bootstrap bootstrap) {
        Bootstrap rest = bootstrap;
        while (found.size() < MOST) {
            List<Cluster> clusters = rest.getStaticResources().getClustersList();
            Bootstrap alone = withListeners(rest, List.of());
            Prefix smallest = Prefix.refused(
                    names(clusters, Cluster::getName), n -> withClusters(alone, clusters.subList(0, n)), trial);
            if (smallest.size() == 0) {
                return rest;
            }
            Cluster cluster = clusters.get(smallest.size() - 1);
            add(ResourceKind.CLUSTERS, cluster.getName(), new Part(List.of(), smallest.reason(), cluster));
            Cluster stub = Cluster.newBuilder().setName(cluster.getName()).build();
            List<Cluster> others = new ArrayList<>(clusters);
            others.set(smallest.size() - 1, stub);
            rest = withClusters(rest, others);
        }
        return rest;
    }

    private void inListeners(Bootstrap bootstrap) {
        Bootstrap rest = bootstrap;
        while (found.size() < MOST) {
            Bootstrap all = rest;
            List<Listener> listeners = all.getStaticResources().getListenersList();
            Prefix smallest = Prefix.refused(
                    names(listeners, Listener::getName), n -> withListeners(all, listeners.subList(0, n)), trial);
            if (smallest.size() == 0) {
                return;
            }
            int last = smallest.size() - 1;
            Listener listener = listeners.get(last);
            Function<Listener, Bootstrap> around = changed -> {
                List<Listener> before = new ArrayList<>(listeners.subList(0, last));
                before.add(changed);
                return withListeners(all, before);
            };
            Part part = new ListenerSearch(trial, smallest.reason()).smallest(listener, around);
            add(ResourceKind.LISTENERS, listener.getName(), part);
            rest = Parts.without(all, part.message());
        }
    }

    private void add(ResourceKind kind, String resource, Part part) {
        found.add(new Refusal(part.reason(), Optional.of(kind), resource, part.path(), part.message()));
    }

    private static <T> List<String> names(List<T> resources, Function<T, String> name) {
        return resources.stream().map(name).toList();
    }

    private static Bootstrap withListeners(Bootstrap bootstrap, List<Listener> listeners) {
        Bootstrap.Builder made = bootstrap.toBuilder();
        made.getStaticResourcesBuilder().clearListeners().addAllListeners(listeners);
        return made.build();
    }

    private static Bootstrap withClusters(Bootstrap bootstrap, List<Cluster> clusters) {
        Bootstrap.Builder made = bootstrap.toBuilder();
        made.getStaticResourcesBuilder().clearClusters().addAllClusters(clusters);
        return made.build();
    }

    /**
     * A part of a resource.
     *
     * @param path how to get there
     * @param reason why it is refused
     * @param message what it is
     */
    record Part(List<String> path, String reason, Message message) {}
}
