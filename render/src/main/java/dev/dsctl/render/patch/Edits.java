package dev.dsctl.render.patch;

import dev.dsctl.model.extension.EnvoyFilter.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the operations do to a list of filters. Source: {@code insertAfterFunc} and others, pilot/pkg/networking/core/envoyfilter/util.go.
 *
 * @param operation what is done
 * @param value what is inserted
 * @param matches the element that is looked for; null when the patch names none
 */
record Edits<T>(Operation operation, T value, Predicate<T> matches) {

    /** The list after the operation; merging is done elsewhere, element by element. */
    List<T> applyTo(List<T> elements) {
        return switch (operation) {
            case ADD -> inserted(elements, elements.size());
            case INSERT_FIRST -> inserted(elements, 0);
            case INSERT_BEFORE -> matches == null ? inserted(elements, 0) : insertedAt(elements, first(elements), 0);
            case INSERT_AFTER ->
                matches == null ? inserted(elements, elements.size()) : insertedAt(elements, first(elements), 1);
            case REPLACE -> matches == null ? elements : replaced(elements);
            case REMOVE ->
                matches == null
                        ? elements
                        : elements.stream().filter(matches.negate()).toList();
            case MERGE, INVALID -> elements;
        };
    }

    private int first(List<T> elements) {
        for (int i = 0; i < elements.size(); i++) {
            if (matches.test(elements.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private List<T> insertedAt(List<T> elements, int found, int offset) {
        return found < 0 ? elements : inserted(elements, found + offset);
    }

    private List<T> inserted(List<T> elements, int position) {
        List<T> result = new ArrayList<>(elements);
        result.add(position, value);
        return result;
    }

    private List<T> replaced(List<T> elements) {
        int found = first(elements);
        if (found < 0) {
            return elements;
        }
        List<T> result = new ArrayList<>(elements);
        result.set(found, value);
        return result;
    }
}
