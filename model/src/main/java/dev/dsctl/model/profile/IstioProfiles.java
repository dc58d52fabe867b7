package dev.dsctl.model.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The Istio releases dsctl knows and what each changed. This is the only place that names a release; everything else asks an
 * {@link IstioProfile} for a named choice.
 *
 * <p>{@link #CHANGES} reads as a changelog: in the order of the releases, each line a choice that holds from then on and where it was learned.
 * When several lines name the same axis, the last one that applies to a release wins.
 */
public final class IstioProfiles {

    /** The newest patch release of each minor release. */
    private static final TreeMap<Integer, Integer> NEWEST = new TreeMap<>(Map.ofEntries(
            Map.entry(17, 8),
            Map.entry(18, 7),
            Map.entry(19, 10),
            Map.entry(20, 8),
            Map.entry(21, 6),
            Map.entry(22, 8),
            Map.entry(23, 6),
            Map.entry(24, 6),
            Map.entry(25, 5),
            Map.entry(26, 8),
            Map.entry(27, 9),
            Map.entry(28, 10),
            Map.entry(29, 6),
            Map.entry(30, 3)));

    private static final List<Change> CHANGES = List.of(
            // 1.18

            // 1.19
            Change.of(
                    RouteChoices.DomainAddresses.FIRST_AND_DUAL_STACK,
                    "All virtual addresses of a dual-stack service are domains of its virtual host.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    RouteChoices.DomainCase.INSENSITIVE,
                    "Domains that differ only in case are taken for duplicates.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go @ 1.19.0",
                    "1.19.0"),
            Change.of(
                    RouteChoices.AttemptCount.CONFIGURABLE,
                    "The request attempt count can be turned off with proxyHeaders.",
                    "pilot/pkg/networking/core/v1alpha3/httproute.go @ 1.19.1",
                    "1.19.1"),

            // 1.20

            // 1.21

            // 1.22

            // 1.23
            Change.of(
                    RouteChoices.DomainAddresses.PROXY_FAMILIES_ELSE_FIRST,
                    "Domains are the virtual addresses of the proxy's families.",
                    "pilot/pkg/networking/core/httproute.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    RouteChoices.ConsistentHashRetries.ANY_HOST,
                    "Retries may return to the host that a consistent hash picks.",
                    "pilot/pkg/networking/core/route/retry/retry.go @ 1.23.0",
                    "1.23.0"),
            Change.of(
                    RouteChoices.InboundRetries.WHEN_ASKED,
                    "Reset requests that arrive can be sent again to the application.",
                    "pilot/pkg/networking/core/route/route.go @ 1.23.0",
                    "1.23.0"),

            // 1.24
            Change.of(
                    RouteChoices.InboundRetries.UNLESS_REFUSED,
                    "Reset requests that arrive are sent again to the application.",
                    "pilot/pkg/networking/core/route/route.go @ 1.24.0",
                    "1.24.0"),
            Change.of(
                    RouteChoices.InboundRetries.UNLESS_REFUSED_OR_GRPC,
                    "Reset gRPC requests that arrive are not sent again to the application.",
                    "pilot/pkg/networking/core/route/route.go @ 1.24.5",
                    "1.24.5",
                    "1.25.2",
                    "1.26.0"),
            Change.of(
                    RouteChoices.RetryUnavailable.WHEN_ASKED,
                    "A 503 is no longer tried again by default.",
                    "pilot/pkg/networking/core/route/retry/retry.go @ 1.24.0",
                    "1.24.0"),

            // 1.25

            // 1.26

            // 1.27
            Change.of(
                    RouteChoices.InboundRetries.UNLESS_GRPC,
                    "Sending reset requests again can no longer be turned off.",
                    "pilot/pkg/networking/core/route/route.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    RouteChoices.RetryUnavailable.FINAL,
                    "Trying a 503 again can no longer be turned on.",
                    "pilot/pkg/networking/core/route/retry/retry.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    RouteChoices.AbsoluteNames.MATCHED,
                    "Host names with a dot at their end are domains too.",
                    "pilot/pkg/networking/core/httproute.go @ 1.27.0",
                    "1.27.0"),
            Change.of(
                    RouteChoices.HostCase.LOWER,
                    "Host names reach Envoy in lower case.",
                    "pilot/pkg/networking/core/httproute.go @ 1.27.0",
                    "1.27.0"),

            // 1.28

            // 1.29

            // 1.30
            Change.of(
                    RouteChoices.DomainAddresses.PROXY_FAMILIES,
                    "A virtual address of a family that the proxy lacks is no domain.",
                    "pilot/pkg/model/service.go @ 1.30.0",
                    "1.30.0"));

    private IstioProfiles() {}

    /** The newest release known. */
    public static IstioProfile newest() {
        return of(NEWEST.lastKey(), NEWEST.lastEntry().getValue());
    }

    /**
     * The profile of a release.
     *
     * @param version {@code 1.29} for the newest known patch release of a line, or {@code 1.29.6}
     * @throws UnknownReleaseException when it isn't known
     */
    public static IstioProfile named(String version) {
        String[] parts = version.split("\\.", -1);
        boolean known = version.matches("1\\.\\d{1,3}(\\.\\d{1,3})?") && NEWEST.containsKey(Integer.parseInt(parts[1]));
        if (!known) {
            throw new UnknownReleaseException(version, names());
        }
        int minor = Integer.parseInt(parts[1]);
        int patch = parts.length == 3 ? Integer.parseInt(parts[2]) : NEWEST.get(minor);
        if (patch > NEWEST.get(minor)) {
            throw new UnknownReleaseException(version, names());
        }
        return of(minor, patch);
    }

    /** The names of the release lines, oldest first, for messages. */
    public static List<String> names() {
        return NEWEST.entrySet().stream().map(e -> "1." + e.getKey()).collect(Collectors.toList());
    }

    private static IstioProfile of(int minor, int patch) {
        Release release = new Release(minor, patch);
        Map<Class<? extends Choice>, Choice> choices = new HashMap<>();
        for (Change change : CHANGES) {
            if (change.appliesTo(release)) {
                choices.put(axis(change.choice()), change.choice());
            }
        }
        return new IstioProfile(release.toString(), choices);
    }

    private static Class<? extends Choice> axis(Choice choice) {
        return ((Enum<?>) choice).getDeclaringClass().asSubclass(Choice.class);
    }
}
