package dev.dsctl.model.mesh;

import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.ListenerChoices.DefaultMetrics;
import java.util.List;

/** What an installation's {@code defaultProviders} are when nobody says any. */
public final class DefaultProviders {

    private DefaultProviders() {}

    /** Who gets metrics. */
    public static List<String> metrics(IstioProfile profile) {
        return switch (profile.choice(DefaultMetrics.class)) {
            case NONE -> List.of();
            case PROMETHEUS -> List.of("prometheus");
        };
    }
}
