package dev.dsctl.render.endpoint;

import dev.dsctl.model.profile.EndpointChoices;
import dev.dsctl.model.proxy.ProxyView;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;
import java.util.Map;

/** The endpoints that clusters carry that are resolved by DNS. Source: {@code FromServiceEndpoints}. */
public final class DnsLocalities {

    private final ProxyView view;
    private final LocalityGroups groups;

    /** For clusters of a proxy. */
    public DnsLocalities(ProxyView view) {
        this.view = view;
        this.groups = new LocalityGroups(view);
    }

    /** Whether there are any endpoints. */
    public boolean any(EndpointQuery query) {
        return !groups.byDns(query).isEmpty();
    }

    /** The endpoints by locality, preferred as the settings want it; none when there are no endpoints. */
    public List<LocalityLbEndpoints> of(EndpointQuery query, LocalitySettings settings) {
        List<LocalityGroup> found = groups.byDns(query);
        boolean labels = !found.isEmpty()
                && query.subset().isEmpty()
                && view.profile().has(EndpointChoices.DnsFailoverLabels.FIRST_LOCALITY);
        List<LocalityGroup> considered = labels && usesLabels(settings) ? found.subList(0, 1) : found;
        Map<String, String> known = labels ? view.proxy().workloadLabels() : Map.of();
        return new LocalityPreference(Place.of(view.proxy().locality()), known, view.profile())
                .apply(considered, settings).stream()
                        .map(LocalityGroup::message)
                        .toList();
    }

    private static boolean usesLabels(LocalitySettings settings) {
        return settings.failsOver()
                && settings.setting()
                        .filter(s -> s.distribute().isEmpty()
                                && !s.failoverPriority().isEmpty())
                        .isPresent();
    }
}
