package dev.dsctl.golden.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Changes trees of YAML at random: fields are dropped, renamed, doubled, given another type, a strange scalar, or the value that a field of
 * the same name has elsewhere. The last keeps most objects valid, so that what follows the reading is tried, too.
 */
final class Mutator {

    private static final List<Object> STRANGE = Collections.unmodifiableList(strange());
    private static final int LONG = 5_000;
    private static final int MANY = 300;
    private static final int DEEP = 150;

    private final Random random;
    private final Map<String, List<Object>> known;

    /**
     * A mutator.
     *
     * @param known values by the name of their field, to choose from
     */
    Mutator(Random random, Map<String, List<Object>> known) {
        this.random = random;
        this.known = known;
    }

    private static List<Object> strange() {
        List<Object> all = new ArrayList<>(List.of(
                "",
                " ",
                "*",
                "**",
                "*.",
                ".",
                "..",
                "/",
                "//",
                "-",
                "--",
                "|",
                "||",
                ":",
                "::",
                "::1",
                "0.0.0.0",
                "1.2.3.4/33",
                "fd00::/129",
                "::/0",
                "256.1.1.1",
                "a:b",
                "~",
                "~/*",
                "*/*",
                "./*",
                "null",
                "true",
                "1s",
                "-1s",
                "0s",
                "1h1m",
                "99999999999s",
                "0.0000001s",
                "1e3",
                "%",
                "%s",
                "%REQ(",
                "%%",
                "(",
                "[",
                "[a-",
                "\\",
                "a\\",
                "(?i)x",
                "\n",
                "a\nb",
                "\t"));
        all.addAll(List.of(
                "\u0000",
                "\u2028",
                "é",
                "😀",
                "xn--",
                "A.B.C",
                "spiffe://",
                "unix://",
                "unix:///a",
                "cluster.local/ns/a/sa/b",
                "svc.cluster.local",
                "http",
                "HTTP",
                "UNSPECIFIED",
                "{",
                "}",
                "{*}",
                "{**}",
                "/{*}/{**}",
                "@type",
                "request.headers[",
                "request.auth.claims[]"));
        all.addAll(List.of(
                0,
                1,
                -1,
                65_535,
                65_536,
                2_147_483_647,
                2_147_483_648L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                0.5,
                -0.0,
                1e308,
                1e-300,
                true,
                false));
        all.addAll(List.of(
                new java.math.BigInteger("123456789012345678901234567890"),
                List.of(),
                Map.of(),
                List.of(Map.of()),
                Map.of("", "")));
        all.add(null);
        return all;
    }

    /** A copy with one to three changes. */
    Object mutated(Object document) {
        Object copy = copy(document);
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<Place> places = new ArrayList<>();
            collect(copy, places);
            if (places.isEmpty()) {
                return copy;
            }
            change(places.get(random.nextInt(places.size())));
        }
        return copy;
    }

    /** One value in a mapping or list. */
    private record Place(Object parent, Object key) {

        @SuppressWarnings("unchecked")
        Map<Object, Object> mapping() {
            return (Map<Object, Object>) parent;
        }

        @SuppressWarnings("unchecked")
        List<Object> list() {
            return (List<Object>) parent;
        }

        boolean inMapping() {
            return parent instanceof Map;
        }

        Object value() {
            return inMapping() ? mapping().get(key) : list().get((Integer) key);
        }

        void set(Object value) {
            if (inMapping()) {
                mapping().put(key, value);
            } else {
                list().set((Integer) key, value);
            }
        }

        void drop() {
            if (inMapping()) {
                mapping().remove(key);
            } else {
                list().remove((int) (Integer) key);
            }
        }
    }

    private void change(Place place) {
        switch (random.nextInt(14)) {
            case 0, 1 -> place.drop();
            case 2, 3 -> place.set(copy(STRANGE.get(random.nextInt(STRANGE.size()))));
            case 4 -> place.set(retyped(place.value()));
            case 5 -> twice(place);
            case 6 -> rename(place);
            case 7 -> place.set(large(place.value()));
            case 8 -> place.set(distorted(place.value()));
            default -> place.set(elsewhere(place));
        }
    }

    private Object elsewhere(Place place) {
        List<Object> values = known.getOrDefault(String.valueOf(place.key()), List.of());
        return values.isEmpty() ? distorted(place.value()) : copy(values.get(random.nextInt(values.size())));
    }

    private Object retyped(Object value) {
        return switch (random.nextInt(4)) {
            case 0 -> new ArrayList<>(Collections.singletonList(value));
            case 1 -> new LinkedHashMap<>(Collections.singletonMap("value", value));
            case 2 -> String.valueOf(value);
            default ->
                value instanceof String text && text.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(text) : 7;
        };
    }

    private void twice(Place place) {
        if (place.inMapping()) {
            place.mapping().put(place.key() + "2", copy(place.value()));
        } else {
            place.list().add(random.nextInt(place.list().size() + 1), copy(place.value()));
        }
    }

    private void rename(Place place) {
        if (place.inMapping()) {
            List<String> names = new ArrayList<>(known.keySet());
            Object value = place.value();
            place.drop();
            place.mapping().put(names.get(random.nextInt(names.size())), value);
        } else {
            Collections.shuffle(place.list(), random);
        }
    }

    private Object large(Object value) {
        return switch (random.nextInt(3)) {
            case 0 -> "x".repeat(random.nextInt(LONG));
            case 1 -> {
                List<Object> many = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    many.add(copy(value));
                }
                yield many;
            }
            default -> {
                Object deep = value;
                for (int i = random.nextInt(DEEP); i > 0; i--) {
                    deep = random.nextBoolean()
                            ? new ArrayList<>(Collections.singletonList(deep))
                            : new LinkedHashMap<>(Collections.singletonMap("a", deep));
                }
                yield deep;
            }
        };
    }

    private Object distorted(Object value) {
        if (value instanceof Integer number) {
            return number + random.nextInt(5) - 2;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (!(value instanceof String text) || text.isEmpty()) {
            return value;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(at);
            case 2 -> text.substring(0, at) + STRANGE.get(random.nextInt(STRANGE.size())) + text.substring(at);
            case 3 -> text.toUpperCase(java.util.Locale.ROOT);
            default -> text + text;
        };
    }

    private static void collect(Object value, List<Place> places) {
        if (value instanceof Map<?, ?> mapping) {
            mapping.forEach((key, each) -> {
                places.add(new Place(mapping, key));
                collect(each, places);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(new Place(list, i));
                collect(list.get(i), places);
            }
        }
    }

    /** Every value of a tree by the name of its field. */
    static void collect(Object value, Map<String, List<Object>> known) {
        if (value instanceof Map<?, ?> mapping) {
            mapping.forEach((key, each) -> {
                List<Object> values = known.computeIfAbsent(String.valueOf(key), name -> new ArrayList<>());
                if (!values.contains(each)) {
                    values.add(each);
                }
                collect(each, known);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, known));
        }
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            mapping.forEach((key, each) -> copy.put(key, copy(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copy(each)));
            return copy;
        }
        return value;
    }
}
