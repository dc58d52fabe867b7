package dev.dsctl.model.mesh;

import java.util.Map;

/** Label selectors of services. Source: {@code Match}, pkg/config/labels/instance.go. */
public final class Selectors {

    private Selectors() {}

    /** Whether the labels have all that the selector asks for; one that asks for nothing selects nothing. */
    public static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        if (selector.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, String> wanted : selector.entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
