package dev.dsctl.golden.diff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four kinds of resource a proxy is sent, in the order of reports. */
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

    /** Which field names a resource of the kind. */
    public String nameField() {
        return nameField;
    }

    /** The kind with this {@link #key}. */
    public static Optional<ResourceKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
