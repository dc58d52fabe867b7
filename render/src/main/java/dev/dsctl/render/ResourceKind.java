package dev.dsctl.render;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The four kinds of resource a proxy is sent, in the order of output and reports. */
public enum ResourceKind {
    LISTENERS("listener", "name"),
    CLUSTERS("cluster", "name"),
    ROUTES("route configuration", "name"),
    ENDPOINTS("load assignment", "clusterName");

    private final String noun;
    private final String nameField;

    ResourceKind(String noun, String nameField) {
        this.noun = noun;
        this.nameField = nameField;
    }

    /** {@code listeners}: the word of {@code --type}, of file names and of structured reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code listeners.json}. */
    public String fileName() {
        return key() + ".json";
    }

    /** {@code listener}: one resource of the kind, for people. */
    public String noun() {
        return noun;
    }

    /** Which field names a resource of the kind, in JSON. */
    public String nameField() {
        return nameField;
    }

    /** The name of a resource of the kind. */
    public String nameOf(Message resource) {
        return switch (this) {
            case LISTENERS -> ((Listener) resource).getName();
            case CLUSTERS -> ((Cluster) resource).getName();
            case ROUTES -> ((RouteConfiguration) resource).getName();
            case ENDPOINTS -> ((ClusterLoadAssignment) resource).getClusterName();
        };
    }

    /** A snapshot's resources of the kind, by name. */
    public List<? extends Message> of(XdsSnapshot snapshot) {
        return switch (this) {
            case LISTENERS -> snapshot.listeners();
            case CLUSTERS -> snapshot.clusters();
            case ROUTES -> snapshot.routes();
            case ENDPOINTS -> snapshot.endpoints();
        };
    }

    /** The kind with this {@link #key}. */
    public static Optional<ResourceKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
