package dev.dsctl.render.security;

import dev.dsctl.model.security.AuthorizationPolicy.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One attribute of a rule with its values, not rendered yet.
 *
 * @param values what it must and must not be
 * @param render all values to one match; empty when there is nothing to match
 * @param <T> principal or permission
 */
record Clause<T>(Values values, Function<List<String>, Optional<T>> render) {

    /** An attribute each of whose values is a match of its own. */
    static <T> Clause<T> ofEach(Values values, Logic<T> logic, OnUnsupported policy, Function<String, T> one) {
        return new Clause<>(values, list -> {
            List<T> some = list.stream()
                    .map(value -> policy.tryRender(() -> Optional.of(one.apply(value))))
                    .flatMap(Optional::stream)
                    .toList();
            return some.isEmpty() ? Optional.empty() : Optional.of(logic.or(some));
        });
    }

    /** An attribute whose values make one match together. */
    static <T> Clause<T> ofAll(Values values, OnUnsupported policy, Function<List<String>, T> all) {
        return new Clause<>(values, list -> policy.tryRender(() -> Optional.of(all.apply(list))));
    }

    /** The matches this clause adds to its rule. */
    List<T> matches(Logic<T> logic) {
        List<T> result = new ArrayList<>(2);
        if (!values.in().isEmpty()) {
            render.apply(values.in()).ifPresent(result::add);
        }
        if (!values.notIn().isEmpty()) {
            render.apply(values.notIn()).map(logic::not).ifPresent(result::add);
        }
        return result;
    }
}
