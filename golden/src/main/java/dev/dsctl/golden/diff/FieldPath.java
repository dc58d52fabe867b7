package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.golden.tree.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The way from a resource to a value in it: keys, and list elements by name where they have one.
 *
 * <p>As text, {@code filterChains[virtualInbound].filters[envoy.filters.network.tcp_proxy].typedConfig.cluster}. Names that could be taken
 * for something else (an index, a bracket) stand in quotes.
 */
public final class FieldPath {

    /** The resource itself. */
    public static final FieldPath ROOT = new FieldPath(null, null);

    private final FieldPath parent;
    private final Step step;

    private FieldPath(FieldPath parent, Step step) {
        this.parent = parent;
        this.step = step;
    }

    /** One key deeper. */
    public FieldPath key(String name) {
        return new FieldPath(this, new Step.Key(name));
    }

    /** One list element deeper. */
    public FieldPath element(Step.Element element) {
        return new FieldPath(this, element);
    }

    /** Without the last step; the root has no parent. */
    public FieldPath parent() {
        return parent;
    }

    /** The last step; null for the root. */
    public Step last() {
        return step;
    }

    /** All steps, outermost first. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (FieldPath at = this; at.parent != null; at = at.parent) {
            steps.add(at.step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The keys alone, {@code endpoints.lbEndpoints}: the same for every element of a list. */
    public String keys() {
        StringBuilder text = new StringBuilder();
        for (Step each : steps()) {
            if (each instanceof Step.Key key) {
                text.append(text.isEmpty() ? "" : ".").append(key.name());
            }
        }
        return text.toString();
    }

    /** The value here in the first side's resource; null when it isn't there. */
    public Json inBefore(Json resource) {
        return resolve(resource, true);
    }

    /** The value here in the second side's resource; null when it isn't there. */
    public Json inAfter(Json resource) {
        return resolve(resource, false);
    }

    private Json resolve(Json resource, boolean before) {
        Json at = resource;
        for (Step each : steps()) {
            if (each instanceof Step.Key key) {
                at = at instanceof JsonObject object ? object.get(key.name()) : null;
            } else {
                int index = index((Step.Element) each, before);
                at = at instanceof JsonArray array
                                && index >= 0
                                && index < array.items().size()
                        ? array.items().get(index)
                        : null;
            }
        }
        return at;
    }

    private static int index(Step.Element element, boolean before) {
        return before ? element.before() : element.after();
    }

    /** RFC 6901 pointer into the first side's resource; empty when an element of the way isn't there. */
    public String pointerBefore() {
        return pointer(true);
    }

    /** RFC 6901 pointer into the second side's resource; empty when an element of the way isn't there. */
    public String pointerAfter() {
        return pointer(false);
    }

    private String pointer(boolean before) {
        StringBuilder text = new StringBuilder();
        for (Step each : steps()) {
            if (each instanceof Step.Key key) {
                text.append('/').append(key.name().replace("~", "~0").replace("/", "~1"));
            } else {
                int index = index((Step.Element) each, before);
                if (index < 0) {
                    return "";
                }
                text.append('/').append(index);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step each : steps()) {
            if (each instanceof Step.Key key) {
                appendKey(text, key.name());
            } else {
                Step.Element element = (Step.Element) each;
                text.append('[').append(bracketed(element)).append(']');
            }
        }
        return text.toString();
    }

    private static void appendKey(StringBuilder text, String name) {
        if (isPlain(name)) {
            text.append(text.isEmpty() ? "" : ".").append(name);
        } else {
            text.append('[').append(quoted(name)).append(']');
        }
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '@' && c != '-') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String bracketed(Step.Element element) {
        return element.label().isEmpty() ? element.text() : label(element.label());
    }

    /** A name as it stands between brackets. */
    static String label(String name) {
        boolean digits = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '[' || c == ']' || c == '"' || c == '\\' || c < ' ') {
                return quoted(name);
            }
            digits &= c >= '0' && c <= '9';
        }
        return digits ? quoted(name) : name;
    }

    private static String quoted(String name) {
        return JsonText.compact(JsonScalar.string(name));
    }
}
