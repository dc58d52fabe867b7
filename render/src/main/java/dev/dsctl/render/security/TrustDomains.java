package dev.dsctl.render.security;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The mesh's trust domain and its aliases: a principal of one of them stands for all. Source: pilot/pkg/security/trustdomain/bundle.go.
 *
 * @param all the trust domain, then its aliases
 */
record TrustDomains(List<String> all) {

    private static final String POINTER = "cluster.local";
    private static final int SPIFFE_PARTS = 5;

    /** The principals with one for each trust domain where they name one of the mesh's. */
    List<String> expandPrincipals(List<String> principals) {
        List<String> result = new ArrayList<>();
        for (String principal : principals) {
            String[] parts = principal.split("/", -1);
            boolean named = parts.length == SPIFFE_PARTS && !parts[0].equals("*");
            if (named && (isOurs(parts[0]) || parts[0].equals(POINTER))) {
                result.addAll(forEachDomain(principal, parts[0]));
            } else {
                result.add(principal);
            }
        }
        return result;
    }

    /** The trust domains with all of the mesh's where one of them is named. */
    List<String> expandDomains(List<String> domains) {
        Set<String> result = new LinkedHashSet<>();
        for (String domain : domains) {
            if (all.contains(domain)) {
                result.addAll(all);
            } else {
                result.add(domain);
            }
        }
        return List.copyOf(result);
    }

    private Set<String> forEachDomain(String principal, String domain) {
        Set<String> result = new LinkedHashSet<>();
        for (String ours : all) {
            result.add(suffixMatch(ours, domain) ? principal : ours + principal.substring(domain.length()));
        }
        return result;
    }

    private boolean isOurs(String domain) {
        return all.stream()
                .anyMatch(ours -> domain.equals(ours)
                        || ours.equals("*")
                        || prefixMatch(domain, ours)
                        || prefixMatch(ours, domain)
                        || suffixMatch(domain, ours)
                        || suffixMatch(ours, domain));
    }

    private static boolean prefixMatch(String text, String pattern) {
        return pattern.endsWith("*") && text.startsWith(StringMatchers.trimSuffix(pattern, "*"));
    }

    private static boolean suffixMatch(String text, String pattern) {
        return pattern.startsWith("*") && text.endsWith(StringMatchers.trimPrefix(pattern, "*"));
    }
}
