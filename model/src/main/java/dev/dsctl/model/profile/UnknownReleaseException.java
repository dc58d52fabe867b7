package dev.dsctl.model.profile;

import java.util.List;

/** An Istio release was asked for that has no profile. */
public final class UnknownReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownReleaseException(String version, List<String> known) {
        super("unknown Istio release '" + version + "'; known are " + String.join(", ", known)
                + " (a release line alone means its newest patch release)");
    }
}
