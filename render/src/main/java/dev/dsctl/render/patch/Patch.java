package dev.dsctl.render.patch;

import com.google.protobuf.Message;
import dev.dsctl.model.extension.EnvoyFilter.Context;
import dev.dsctl.model.extension.EnvoyFilter.Match;
import dev.dsctl.model.extension.EnvoyFilter.Operation;

/**
 * A patch whose value is an Envoy message.
 *
 * @param match which objects it is for
 * @param operation what it does
 * @param value what it merges, adds or puts in place; the type's empty message when it needs none
 */
record Patch(Match match, Operation operation, Message value) {

    boolean isFor(Context context) {
        return match.context() == context || match.context() == Context.ANY;
    }
}
