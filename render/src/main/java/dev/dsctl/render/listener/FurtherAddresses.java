package dev.dsctl.render.listener;

import dev.dsctl.model.mesh.Addresses;
import dev.dsctl.model.profile.ListenerChoices.GivenBinds;
import java.util.ArrayList;
import java.util.List;

/**
 * Addresses of services that get into listeners which have an address from elsewhere: of an endpoint, or of a Sidecar. Source: {@code
 * extraBind} in pilot/pkg/networking/core/v1alpha3/listener.go.
 */
final class FurtherAddresses {

    private final GivenBinds choice;
    private final Addresses loopback;
    private final boolean several;
    private List<String> kept = List.of();

    FurtherAddresses(ListenerScope scope) {
        this.choice = scope.profile().choice(GivenBinds.class);
        this.loopback = scope.addresses().outboundLoopback();
        this.several = loopback.all().size() > 1;
    }

    /** Notes the addresses of the service whose listeners come next. */
    void pass(Addresses service) {
        List<String> further = several ? service.additional() : List.of();
        switch (choice) {
            case WITH_LEFTOVERS -> kept = further.isEmpty() ? kept : further;
            case WITH_FURTHER -> kept = further;
            case ALONE -> {}
        }
    }

    /** The addresses of a listener that is given some. */
    Addresses addedTo(Addresses given) {
        if (kept.isEmpty() || given.equals(loopback)) {
            return given;
        }
        List<String> all = new ArrayList<>(given.all());
        all.addAll(kept);
        return new Addresses(all);
    }
}
