package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.FieldPath;
import dev.dsctl.golden.diff.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Paths and counts as a person would say them. */
final class Words {

    /** One element of a list, by the list's field. */
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("accessLog", "access log"),
            Map.entry("additionalAddresses", "additional address"),
            Map.entry("clusters", "cluster"),
            Map.entry("domains", "domain"),
            Map.entry("endpoints", "locality"),
            Map.entry("extraSourceAddresses", "extra source address"),
            Map.entry("filterChains", "filter chain"),
            Map.entry("filters", "filter"),
            Map.entry("headers", "header"),
            Map.entry("httpFilters", "HTTP filter"),
            Map.entry("lbEndpoints", "endpoint"),
            Map.entry("listenerFilters", "listener filter"),
            Map.entry("prefixRanges", "prefix range"),
            Map.entry("requestHeadersToAdd", "request header"),
            Map.entry("responseHeadersToAdd", "response header"),
            Map.entry("routes", "route"),
            Map.entry("thresholds", "threshold"),
            Map.entry("upgradeConfigs", "upgrade"),
            Map.entry("virtualHosts", "virtual host"));

    private Words() {}

    /** {@code filter chain `virtualInbound`, filter `tcp_proxy`, typedConfig.cluster}; empty for the resource itself. */
    static String of(FieldPath path) {
        List<String> parts = new ArrayList<>();
        StringBuilder keys = new StringBuilder();
        for (Step step : path.steps()) {
            if (step instanceof Step.Key key) {
                keys.append(keys.isEmpty() ? "" : ".").append(key.name());
                continue;
            }
            Step.Element element = (Step.Element) step;
            String field = keys.substring(keys.lastIndexOf(".") + 1);
            String noun = NOUNS.get(field);
            if (noun == null || element.label().isEmpty()) {
                keys.append('[')
                        .append(element.label().isEmpty() ? element.text() : "`" + element.label() + "`")
                        .append(']');
                continue;
            }
            keys.setLength(Math.max(0, keys.length() - field.length() - 1));
            if (!keys.isEmpty()) {
                parts.add(keys.toString());
            }
            parts.add(noun + " `" + element.label() + "`");
            keys.setLength(0);
        }
        if (!keys.isEmpty()) {
            parts.add(keys.charAt(0) == '.' ? keys.substring(1) : keys.toString());
        }
        return String.join(", ", parts);
    }

    /** {@code 1 listener}, {@code 2 listeners}. */
    static String count(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : plural);
    }

    /** The first few of many, and how many more there are. */
    static String few(List<String> all, int most) {
        return all.size() <= most
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, most)) + " and " + (all.size() - most) + " more";
    }
}
