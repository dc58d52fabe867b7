package dev.dsctl.render.security;

import dev.dsctl.model.security.AuthorizationPolicy.Action;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What becomes of a rule with a value that can't be rendered. Source: {@code checkError}, pilot/pkg/security/authz/model/model.go.
 */
enum OnUnsupported {
    /** The whole rule goes, so that less is allowed. */
    DROP_RULE,
    /** Only the value goes, so that more is denied or logged. */
    DROP_VALUE;

    static OnUnsupported of(Action action) {
        return action == Action.ALLOW ? DROP_RULE : DROP_VALUE;
    }

    <T> Optional<T> tryRender(Supplier<Optional<T>> rendering) {
        try {
            return rendering.get();
        } catch (UnsupportedRuleException unsupported) {
            if (this == DROP_RULE) {
                throw unsupported;
            }
            return Optional.empty();
        }
    }
}
