package dev.dsctl.model.telemetry;

import dev.dsctl.model.telemetry.Telemetry.AccessLogging;
import dev.dsctl.model.telemetry.Telemetry.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where one side of calls is logged after all Telemetry resources of a workload. Source: {@code mergeLogs}, pilot/pkg/model/telemetry.go.
 *
 * @param byProvider by name of the provider
 */
public record MergedLogging(Map<String, Log> byProvider) {

    /**
     * What one provider gets.
     *
     * @param disabled nothing
     * @param filter a CEL expression that a call must fulfil; empty for any
     */
    public record Log(boolean disabled, Optional<String> filter) {

        private static final Log EVERYTHING = new Log(false, Optional.empty());
        private static final Log NOTHING = new Log(true, Optional.empty());
    }

    /** Where one side is logged; empty when neither resources nor settings say anything, so that other settings hold. */
    public static Optional<MergedLogging> of(List<Telemetry> telemetries, List<String> defaults, Mode side) {
        List<List<AccessLogging>> scopes = telemetries.stream()
                .map(Telemetry::logging)
                .filter(logging -> !logging.isEmpty())
                .toList();
        if (scopes.isEmpty() && defaults.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Log> result = new TreeMap<>();
        if (scopes.isEmpty()) {
            defaults.forEach(provider -> result.put(provider, Log.EVERYTHING));
            return Optional.of(new MergedLogging(result));
        }
        Map<String, Log> wanted = new HashMap<>();
        Set<String> last = new LinkedHashSet<>(inScope(scopes, defaults, side, wanted));
        List<String> inherited = defaults;
        for (List<AccessLogging> scope : scopes) {
            for (AccessLogging logging : scope) {
                inherited = logging.providers().isEmpty() ? inherited : logging.providers();
                for (String provider : inherited) {
                    if (last.contains(provider) && logging.mode().includes(side)) {
                        result.put(
                                provider,
                                logging.disabled() ? Log.NOTHING : wanted.getOrDefault(provider, Log.EVERYTHING));
                    }
                }
            }
        }
        return Optional.of(new MergedLogging(result));
    }

    /** The providers that the narrowest scope naming any names; their filters go to {@code wanted}. */
    private static List<String> inScope(
            List<List<AccessLogging>> scopes, List<String> defaults, Mode side, Map<String, Log> wanted) {
        List<String> last = defaults;
        for (List<AccessLogging> scope : scopes) {
            List<String> named = new ArrayList<>();
            for (AccessLogging logging : scope) {
                if (logging.mode().includes(side)) {
                    named.addAll(logging.providers());
                    logging.providers().forEach(provider -> wanted.put(provider, new Log(false, logging.filter())));
                }
            }
            last = named.isEmpty() ? last : named;
        }
        return last;
    }
}
