package dev.dsctl.render.bootstrap;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The first few of some things that Envoy refuses together, the last of them being what it refuses, alone or because of those before it.
 *
 * @param size how many; 0 when it takes all of them, or refuses even none
 * @param reason Envoy's words; empty when it takes all of them
 */
record Prefix(int size, String reason) {

    /**
     * Finds the smallest of resources that have names, which Envoy often says.
     *
     * @param names of all of them, in order
     * @param first the bootstrap that has so many of them
     */
    static Prefix refused(List<String> names, IntFunction<Bootstrap> first, Trial trial) {
        Optional<String> reason = names.isEmpty() ? Optional.empty() : trial.refusal(first.apply(names.size()));
        if (reason.isEmpty()) {
            return new Prefix(0, "");
        }
        for (int i = 0; i < names.size(); i++) {
            if (reason.get().contains("'" + names.get(i) + "'")
                    && trial.refusal(first.apply(i)).isEmpty()
                    && trial.refusal(first.apply(i + 1)).equals(reason)) {
                return new Prefix(i + 1, reason.get());
            }
        }
        return refused(names.size(), first, trial);
    }

    /**
     * Finds the smallest.
     *
     * @param all how many things there are
     * @param first the bootstrap that has so many of them
     */
    static Prefix refused(int all, IntFunction<Bootstrap> first, Trial trial) {
        Optional<String> reason = all == 0 ? Optional.empty() : trial.refusal(first.apply(all));
        if (reason.isEmpty()) {
            return new Prefix(0, "");
        }
        Optional<String> none = trial.refusal(first.apply(0));
        if (none.isPresent()) {
            return new Prefix(0, none.get());
        }
        int taken = 0;
        int refused = all;
        String why = reason.get();
        while (refused - taken > 1) {
            int middle = (taken + refused) >>> 1;
            Optional<String> now = trial.refusal(first.apply(middle));
            if (now.isPresent()) {
                refused = middle;
                why = now.get();
            } else {
                taken = middle;
            }
        }
        return new Prefix(refused, why);
    }
}
