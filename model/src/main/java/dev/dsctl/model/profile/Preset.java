package dev.dsctl.model.profile;

import java.util.List;

/**
 * Settings that an installation takes over by naming them.
 *
 * @param kind what names them
 * @param first the first name they belong to: of a profile, or a release line
 * @param last the last release line they belong to; the same name for a profile
 * @param since the release whose charts brought them
 * @param settings as {@code env.NAME=VALUE} or {@code meshConfig.PATH=VALUE}
 */
record Preset(Kind kind, String first, String last, Release since, List<String> settings) {

    /** What names presets. */
    enum Kind {
        /** {@code profile}; a later release replaces them all. */
        PROFILE,
        /** {@code compatibilityVersion}; a later release adds to them. */
        COMPATIBILITY
    }

    static Preset profile(String name, String since, String... settings) {
        return new Preset(Kind.PROFILE, name, name, Release.of(since), List.of(settings));
    }

    static Preset compatibility(String first, String last, String since, String... settings) {
        return new Preset(Kind.COMPATIBILITY, first, last, Release.of(since), List.of(settings));
    }

    /** Whether it belongs to a release line, {@code major.minor}. */
    boolean isFor(String line) {
        int minor = minor(line);
        return minor >= minor(first) && minor <= minor(last);
    }

    private static int minor(String line) {
        String digits = line.startsWith("1.") ? line.substring(2) : "";
        boolean number =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(digits) : -1;
    }
}
