package dev.dsctl.model.install;

import dev.dsctl.model.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code --set} as Helm and istioctl do: {@code a.b=c}, {@code a.b=c,d=e}, {@code a={b,c}}, {@code a[0].b=c}, a backslash before a dot,
 * comma or equals sign that is meant as such, {@code null} to take a value away. Source: Helm's pkg/strvals/parser.go; istioctl's
 * operator/pkg/values/map.go.
 */
public final class SetOption {

    private static final String HOW = "; it is PATH=VALUE, such as pilot.env.ISTIO_DUAL_STACK=true";
    private static final int MOST_ITEMS = 1000;

    private final String text;
    private int at;

    private SetOption(String text) {
        this.text = text;
    }

    /**
     * The settings of one option.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static Layer of(String text) {
        SetOption option = new SetOption(text);
        Map<String, Object> root = new LinkedHashMap<>();
        while (option.at < text.length()) {
            option.assignment(root);
        }
        if (root.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' sets nothing" + HOW);
        }
        return new Layer("--set", (Node.Mapping) node(root));
    }

    private void assignment(Map<String, Object> root) {
        List<Object> path = path();
        String value = value();
        boolean isList = value.startsWith("{") && value.endsWith("}");
        put(root, path, isList ? list(value) : scalar(path, unescaped(value)));
    }

    /** Keys as text, places in lists as numbers. */
    private List<Object> path() {
        List<Object> path = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                key.append(text.charAt(at));
            } else if (c == '=' || c == '.') {
                add(path, key);
                if (c == '=') {
                    at++;
                    return path;
                }
            } else if (c == '[') {
                add(path, key);
                path.add(index());
            } else {
                key.append(c);
            }
        }
        throw new IllegalArgumentException("'" + text + "' has a path without a value" + HOW);
    }

    private void add(List<Object> path, StringBuilder key) {
        boolean behindIndex = !path.isEmpty() && path.get(path.size() - 1) instanceof Integer;
        if (key.length() > 0) {
            path.add(key.toString());
            key.setLength(0);
        } else if (!behindIndex && text.charAt(at) != '[') {
            throw new IllegalArgumentException("'" + text + "' has an empty name in its path" + HOW);
        }
    }

    private int index() {
        int end = text.indexOf(']', at);
        String number = end < 0 ? "" : text.substring(at + 1, end);
        boolean plain =
                !number.isEmpty() && number.length() <= 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain) {
            throw new IllegalArgumentException(
                    "'" + text + "' has no place in a list between its brackets, such as [0]");
        }
        at = end;
        return Integer.parseInt(number);
    }

    /** Up to the comma before the next assignment; a comma before anything else belongs to the value, as istioctl has it. */
    private String value() {
        int from = at;
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '{' && at == from) {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            } else if (c == ',' && depth == 0 && assignmentFollows(at + 1)) {
                String value = text.substring(from, at);
                at++;
                return value;
            }
        }
        return text.substring(from);
    }

    private boolean assignmentFollows(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                return i > from;
            }
            if (c == ',' || c == '/' || c == ' ' || c == ':') {
                return false;
            }
        }
        return false;
    }

    private static List<Object> list(String braces) {
        List<Object> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        String inner = braces.substring(1, braces.length() - 1);
        for (int i = 0; i < inner.length(); i++) {
            if (inner.charAt(i) == '\\' && i + 1 < inner.length()) {
                i++;
                item.append(inner.charAt(i));
            } else if (inner.charAt(i) == ',') {
                items.add(typed(item.toString()));
                item.setLength(0);
            } else {
                item.append(inner.charAt(i));
            }
        }
        if (!inner.isEmpty()) {
            items.add(typed(item.toString()));
        }
        return items;
    }

    /** What goes into proxies' environment is text, as istioctl has it. */
    private static Node.Scalar scalar(List<Object> path, String value) {
        return path.contains("proxyMetadata") && !value.equals("null")
                ? new Node.Scalar(0, value, value)
                : typed(value);
    }

    private static Node.Scalar typed(String value) {
        Object typed = switch (value) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> number(value);
        };
        return new Node.Scalar(0, typed, value);
    }

    private static Object number(String value) {
        boolean octal = value.length() > 1 && value.startsWith("0");
        boolean whole = !value.isEmpty()
                && value.length() <= 18
                && value.chars().skip(value.startsWith("-") ? 1 : 0).allMatch(c -> c >= '0' && c <= '9')
                && !value.equals("-");
        return whole && !octal ? (Object) Long.parseLong(value) : value;
    }

    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length()) {
                i++;
            }
            plain.append(value.charAt(i));
        }
        return plain.toString();
    }

    @SuppressWarnings("unchecked")
    private void put(Object container, List<Object> path, Object value) {
        Object key = path.get(0);
        boolean last = path.size() == 1;
        Object next = last ? value : path.get(1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<>();
        Object child;
        if (key instanceof Integer index && container instanceof List<?>) {
            List<Object> list = (List<Object>) container;
            while (list.size() <= index && index < MOST_ITEMS) {
                list.add(null);
            }
            child = last || list.get(index) == null ? next : list.get(index);
            list.set(index, child);
        } else if (key instanceof String name && container instanceof Map<?, ?>) {
            Map<String, Object> map = (Map<String, Object>) container;
            child = last ? next : map.getOrDefault(name, next);
            map.put(name, child);
        } else {
            throw new IllegalArgumentException("'" + text + "' sets what is a value before to something with fields");
        }
        if (!last) {
            put(child, path.subList(1, path.size()), value);
        }
    }

    private static Node node(Object value) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Node> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put((String) key, node(item)));
            return new Node.Mapping(0, entries);
        }
        if (value instanceof List<?> list) {
            return new Node.Sequence(0, list.stream().map(SetOption::node).toList());
        }
        return new Node.Scalar(0, null, "null");
    }
}
