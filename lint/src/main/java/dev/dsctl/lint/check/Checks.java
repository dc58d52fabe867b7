package dev.dsctl.lint.check;

import java.util.List;

/** All checks. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new RepeatedVip(),
            new UnservedVip(),
            new ProxyFlag(),
            new HybridFamilies(),
            new RepeatedPlace(),
            new SingleStackService(),
            new GatewayServices(),
            new ClusterFamilies(),
            new HeadlessPods(),
            new HeadlessPorts(),
            new LostEndpoints(),
            new MissingPods(),
            new UnevenFamilies(),
            new FamilyOrder(),
            new CountedTwice(),
            new EntryAddresses(),
            new EntryWildcards(),
            new SidecarBinds(),
            new EntryLookups(),
            new FilterMatches(),
            new RoutedVips(),
            new PolicyFamilies());

    private Checks() {}

    /** In the order of their codes. */
    public static List<Check> all() {
        return ALL;
    }
}
