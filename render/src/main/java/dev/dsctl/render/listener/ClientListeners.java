package dev.dsctl.render.listener;

import dev.dsctl.model.proxy.ProxyView;
import dev.dsctl.render.telemetry.Tracing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The outbound listeners of all proxies that are the same client. Two more things about a proxy count: how its requests are traced, for spans may say
 * which proxy they are from, and the address of its pod, which reaches itself without the sidecar.
 */
public final class ClientListeners {

    private final List<FamilyListeners> families;

    private ClientListeners(List<FamilyListeners> families) {
        this.families = families;
    }

    /** Of a client. */
    public static ClientListeners of(ProxyView client) {
        List<ProxyView> views = client.perFamily();
        Predicate<String> free = free(views.size());
        return new ClientListeners(
                views.stream().map(view -> new FamilyListeners(view, free)).toList());
    }

    /** Those that are the same however requests are traced. */
    public List<PlacedListener> untraced() {
        return all(FamilyListeners::untraced);
    }

    /** The others. */
    public List<PlacedListener> traced(Tracing tracing) {
        return all(family -> family.traced(tracing));
    }

    /** Whether a pod at this address has listeners there that differ from those of other pods. */
    public boolean isOwn(String address) {
        return families.stream().anyMatch(family -> family.pods().contains(address));
    }

    /** What the pod at an address has there, instead of what others have. */
    public List<PlacedListener> at(String address, Tracing tracing) {
        Predicate<String> free = free(families.size());
        return all(family -> family.at(address, tracing)).stream()
                .filter(placed -> free.test(placed.listener().getName()))
                .toList();
    }

    private List<PlacedListener> all(Function<FamilyListeners, List<PlacedListener>> listeners) {
        return families.size() == 1
                ? listeners.apply(families.get(0))
                : families.stream()
                        .flatMap(family -> listeners.apply(family).stream())
                        .toList();
    }

    /** Where each family has listeners of its own, the first of a name counts. */
    private static Predicate<String> free(int families) {
        Set<String> taken = new HashSet<>();
        return families == 1 ? name -> true : taken::add;
    }
}
