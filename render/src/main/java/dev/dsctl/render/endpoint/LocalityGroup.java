package dev.dsctl.render.endpoint;

import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.render.envoy.Values;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The endpoints of one locality (and, after failover labels were looked at, of one priority), each with its message. */
final class LocalityGroup {

    private static final long MAX_WEIGHT = 0xFFFF_FFFFL;

    private final Place place;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<LbEndpoint> messages = new ArrayList<>();
    private int priority;
    private long weight;

    LocalityGroup(Place place) {
        this.place = place;
    }

    void add(Endpoint endpoint, LbEndpoint message) {
        endpoints.add(endpoint);
        messages.add(message);
        weight = Math.min(MAX_WEIGHT, weight + (message.getLoadBalancingWeight().getValue() & MAX_WEIGHT));
    }

    Place place() {
        return place;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    LbEndpoint message(int index) {
        return messages.get(index);
    }

    int priority() {
        return priority;
    }

    void setPriority(int priority) {
        this.priority = priority;
    }

    long weight() {
        return weight;
    }

    void setWeight(long weight) {
        this.weight = weight;
    }

    /** Takes out the endpoints that don't fulfil a condition; the locality keeps its weight. */
    void keep(Predicate<Endpoint> condition) {
        if (endpoints.stream().allMatch(condition)) {
            return;
        }
        List<Endpoint> before = List.copyOf(endpoints);
        List<LbEndpoint> built = List.copyOf(messages);
        clear();
        for (int i = 0; i < before.size(); i++) {
            if (condition.test(before.get(i))) {
                endpoints.add(before.get(i));
                messages.add(built.get(i));
            }
        }
    }

    /** Takes the endpoints out; the locality stays. */
    void clear() {
        endpoints.clear();
        messages.clear();
    }

    LocalityLbEndpoints message() {
        return LocalityLbEndpoints.newBuilder()
                .setLocality(place.message())
                .addAllLbEndpoints(messages)
                .setLoadBalancingWeight(Values.uint32(weight))
                .setPriority(priority)
                .build();
    }
}
