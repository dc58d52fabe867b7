package dev.dsctl.lint.check;

import java.util.List;

/** All checks. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new RepeatedVip(),
            new RepeatedPlace(),
            new SingleStackService(),
            new GatewayServices(),
            new EntryAddresses());

    private Checks() {}

    /** In the order of their codes. */
    public static List<Check> all() {
        return ALL;
    }
}
