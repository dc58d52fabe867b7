package dev.dsctl.model.synthesis;

import dev.dsctl.model.manifest.ObjectMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds objects by labels without looking at all of them. */
final class LabelIndex<T> {

    private final Map<String, List<T>> byLabel = new HashMap<>();
    private final Function<T, ObjectMeta> meta;

    LabelIndex(Collection<T> objects, Function<T, ObjectMeta> meta) {
        this.meta = meta;
        for (T object : objects) {
            ObjectMeta about = meta.apply(object);
            about.labels()
                    .forEach((name, value) -> byLabel.computeIfAbsent(
                                    key(about.namespace(), name, value), k -> new ArrayList<>())
                            .add(object));
        }
    }

    /** The objects of a namespace that have all labels of a selector, in the order given; none for an empty selector. */
    List<T> selected(String namespace, Map<String, String> selector) {
        List<T> fewest = null;
        for (Map.Entry<String, String> label : selector.entrySet()) {
            List<T> having = byLabel.getOrDefault(key(namespace, label.getKey(), label.getValue()), List.of());
            fewest = fewest == null || having.size() < fewest.size() ? having : fewest;
        }
        if (fewest == null) {
            return List.of();
        }
        return fewest.stream()
                .filter(object -> meta.apply(object).labels().entrySet().containsAll(selector.entrySet()))
                .toList();
    }

    private static String key(String namespace, String name, String value) {
        return namespace + "/" + name + "=" + value;
    }
}
