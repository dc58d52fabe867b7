package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names for list elements: what a person would call a filter chain, an endpoint, a header. */
public final class Labels {

    private static final String NO_LOCALITY = "no locality";

    private Labels() {}

    /** What names each element of a list; a second element of one name gets {@code #2}; empty for elements without a name. */
    public static List<String> distinct(List<Json> elements) {
        List<String> labels = new ArrayList<>(elements.size());
        Map<String, Integer> seen = new HashMap<>();
        for (Json element : elements) {
            String label = of(element);
            int count = label.isEmpty() ? 1 : seen.merge(label, 1, Integer::sum);
            labels.add(count == 1 ? label : label + "#" + count);
        }
        return labels;
    }

    /** What names a list element, empty when nothing does. */
    static String of(Json element) {
        if (!(element instanceof JsonObject object)) {
            return "";
        }
        String name = firstText(object, "name", "endpointName", "upgradeType", "key", "keyName");
        if (!name.isEmpty()) {
            return name;
        }
        if (object.get("endpoint") instanceof JsonObject endpoint) {
            String own = endpoint.text("hostname");
            String address = address(endpoint);
            return address.isEmpty() ? own : address;
        }
        if (object.get("lbEndpoints") != null || object.get("locality") != null) {
            return locality(object);
        }
        if (object.get("header") instanceof JsonObject header) {
            return header.text("key");
        }
        String address = address(object);
        return address.isEmpty() ? match(object) : address;
    }

    private static String firstText(JsonObject object, String... keys) {
        for (String key : keys) {
            String text = object.text(key);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String locality(JsonObject group) {
        String text = NO_LOCALITY;
        if (group.get("locality") instanceof JsonObject locality
                && !locality.keys().isEmpty()) {
            text = locality.text("region") + "/" + locality.text("zone") + "/" + locality.text("subZone");
        }
        String priority = group.text("priority");
        return priority.isEmpty() ? text : text + " priority " + priority;
    }

    /** {@code 10.0.0.1:80}, {@code [fd00::1]:80}, a path, or an internal listener's name; empty when the object holds no address. */
    private static String address(JsonObject holder) {
        JsonObject at = holder;
        while (at.get("address") instanceof JsonObject inner) {
            at = inner;
        }
        if (at.get("socketAddress") instanceof JsonObject socket) {
            return hostPort(socket);
        }
        if (at.get("pipe") instanceof JsonObject pipe) {
            return pipe.text("path");
        }
        if (at.get("envoyInternalAddress") instanceof JsonObject internal) {
            return internal.text("serverListenerName");
        }
        String prefix = holder.text("addressPrefix");
        if (!prefix.isEmpty()) {
            String length = holder.text("prefixLen");
            return length.isEmpty() ? prefix : prefix + "/" + length;
        }
        return at.get("address") instanceof JsonScalar ? hostPort(at) : "";
    }

    private static String hostPort(JsonObject socket) {
        String host = socket.text("address");
        String port = socket.text("portValue");
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + (port.isEmpty() ? "" : ":" + port);
    }

    /** A nameless filter chain or route by what it matches. */
    private static String match(JsonObject object) {
        JsonObject match =
                object.object("filterChainMatch") == null ? object.object("match") : object.object("filterChainMatch");
        if (match == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < match.keys().size(); i++) {
            Json value = match.values().get(i);
            String shown = value instanceof JsonScalar scalar ? scalar.text() : value.toString();
            text.append(text.isEmpty() ? "" : " ")
                    .append(match.keys().get(i))
                    .append('=')
                    .append(shown);
        }
        return text.length() > 120 ? "" : text.toString();
    }
}
