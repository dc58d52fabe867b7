package dev.dsctl.model.telemetry;

import java.util.List;

/** Which providers count: a narrower scope that names any replaces those of the wider ones. */
final class Providers {

    private Providers() {}

    /** The last that are named, the defaults when none are. */
    static List<String> last(List<List<String>> named, List<String> defaults) {
        List<String> last = defaults;
        for (List<String> providers : named) {
            last = providers.isEmpty() ? last : providers;
        }
        return last;
    }
}
