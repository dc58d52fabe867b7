package dev.dsctl.model.mesh;

import java.util.Map;
import java.util.Optional;

/** Host names, which may begin with {@code *} to stand for all that end in the rest. Source: {@code Name}, pkg/config/host/name.go. */
public final class Hostnames {

    private Hostnames() {}

    /** Whether the name stands for many. */
    public static boolean isWildcard(String host) {
        return host.startsWith("*");
    }

    /** Whether two names are equal or one stands for the other. */
    public static boolean overlap(String a, String b) {
        return covers(a, b) || covers(b, a);
    }

    /** Whether {@code wide} stands for all that {@code narrow} stands for. */
    public static boolean covers(String wide, String narrow) {
        if (!isWildcard(wide)) {
            return wide.equals(narrow);
        }
        return isWildcard(narrow) ? narrow.length() >= wide.length() && endsWith(narrow, wide) : endsWith(narrow, wide);
    }

    private static boolean endsWith(String narrow, String wildcard) {
        return narrow.regionMatches(narrow.length() - wildcard.length() + 1, wildcard, 1, wildcard.length() - 1);
    }

    /**
     * The name of a host that an Istio resource mentions: one without dots is a service of the resource's namespace. Source: {@code
     * ResolveShortnameToFQDN}, pilot/pkg/model/config.go.
     *
     * @param domain the domain that istiod knows resources to be of; empty when it knows none, and then short names get no further than
     *     {@code host.namespace}
     */
    public static String qualified(String host, String namespace, String domain) {
        boolean full = host.isEmpty() || host.equals("*") || host.indexOf('.') >= 0 || host.indexOf(':') >= 0;
        if (full) {
            return host;
        }
        return domain.isEmpty() ? host + "." + namespace : host + "." + namespace + ".svc." + domain;
    }

    /**
     * The value of the most specific name that covers a host: the host itself, else the longest wildcard. Source: {@code
     * MostSpecificHostMatch}, pilot/pkg/model/config.go.
     *
     * @param byHost values by names without {@code *}
     * @param byWildcard values by names that begin with {@code *}
     */
    public static <T> Optional<T> mostSpecific(String host, Map<String, T> byHost, Map<String, T> byWildcard) {
        T own = isWildcard(host) ? byWildcard.get(host) : byHost.get(host);
        if (own != null || byWildcard.isEmpty()) {
            return Optional.ofNullable(own);
        }
        for (int i = isWildcard(host) ? 1 : 0; i <= host.length(); i++) {
            T wide = byWildcard.get("*" + host.substring(i));
            if (wide != null) {
                return Optional.of(wide);
            }
        }
        return Optional.empty();
    }
}
