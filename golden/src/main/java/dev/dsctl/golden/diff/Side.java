package dev.dsctl.golden.diff;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the two things compared.
 *
 * @param label what it is, for the head of a report: {@code golden/}, {@code Istio 1.29.6}
 * @param proxies by {@code pod.namespace}
 */
public record Side(String label, SortedMap<String, ProxyConfig> proxies) {

    public Side {
        proxies = Collections.unmodifiableSortedMap(new TreeMap<>(proxies));
    }

    /** From any map of proxies. */
    public static Side of(String label, Map<String, ProxyConfig> proxies) {
        return new Side(label, new TreeMap<>(proxies));
    }
}
