package dev.dsctl.cli.envoy;

import dev.dsctl.golden.report.Origin;
import dev.dsctl.render.bootstrap.Refusal;
import java.util.List;

/**
 * Something that Envoy refuses, in the proxies that have it.
 *
 * @param refusal what and why
 * @param origins the manifests it comes from, most telling first; none when it comes from none in particular
 * @param proxies {@code pod.namespace}
 */
public record Finding(Refusal refusal, List<Origin> origins, List<String> proxies) {

    private static final int NAMED = 3;

    public Finding {
        origins = List.copyOf(origins);
        proxies = List.copyOf(proxies);
    }

    /** {@code file:line: error: what is refused and why}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (origins.isEmpty()) {
            text.append(proxies.get(0)).append(": error: ");
        } else {
            text.append(origins.get(0).at())
                    .append(": error: ")
                    .append(origins.get(0).object())
                    .append(": ");
        }
        text.append("Envoy refuses ")
                .append(refusal.where())
                .append(" of ")
                .append(named())
                .append(": ")
                .append(refusal.reason());
        for (Origin other : origins.subList(Math.min(1, origins.size()), origins.size())) {
            text.append("; see also ").append(other);
        }
        return text.toString();
    }

    private String named() {
        int more = proxies.size() - NAMED;
        String first = String.join(", ", proxies.subList(0, Math.min(NAMED, proxies.size())));
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
