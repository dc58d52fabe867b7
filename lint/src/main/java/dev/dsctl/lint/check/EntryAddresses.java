package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Binds;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.entry.ServiceEntry;
import dev.dsctl.model.mesh.Endpoint;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.EntryChoices;
import dev.dsctl.model.profile.ReleaseHistory;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A ServiceEntry with several addresses: repeated endpoints in some releases, refused listeners in others. */
final class EntryAddresses implements Check {

    private static final String FIX = "write a ServiceEntry for each address, with a host of its own";

    @Override
    public String code() {
        return "DS016";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    /** In releases that make a service for each address, all of them have all endpoints, under one name. */
    @Override
    public void look(Scene scene, Found found) {
        if (!scene.mesh().profile().has(EntryChoices.EntryAddresses.SERVICE_PER_ADDRESS)) {
            return;
        }
        for (ServiceEntry entry : scene.entries()) {
            if (entry.addresses().size() > 1) {
                scene.serviceOf(entry).ifPresent(service -> addRepeated(scene, entry, service, found));
            }
        }
    }

    private void addRepeated(Scene scene, ServiceEntry entry, Service service, Found found) {
        List<Endpoint> endpoints = scene.mesh().endpointsOf(service);
        Set<List<Object>> distinct = new HashSet<>();
        endpoints.forEach(
                endpoint -> distinct.add(List.of(endpoint.addresses(), endpoint.port(), endpoint.servicePortName())));
        if (distinct.size() == endpoints.size()) {
            return;
        }
        String message = "its " + entry.addresses().size() + " addresses make a listener each, and a client of "
                + entry.hosts().get(0) + " gets each endpoint "
                + entry.addresses().size() + " times ("
                + endpoints.size() + " instead of " + distinct.size()
                + "): outlier detection and connection limits count them apart";
        found.add(Finding.of(
                code(),
                Severity.WARNING,
                scene.objects().subject("ServiceEntry", entry.meta(), "spec", "addresses"),
                message,
                FIX));
    }

    /** In releases that make one service of all addresses, its listener has them all. */
    @Override
    public void look(Scene scene, Clients clients, Found found) {
        if (!scene.mesh().profile().has(EntryChoices.EntryAddresses.SERVICE_PER_HOST)) {
            return;
        }
        for (Listener listener : clients.listeners()) {
            for (Binds.Place place : Binds.places(listener)) {
                if (place.address().indexOf('/') >= 0) {
                    ownEntry(listener, scene).ifPresent(service -> found.add(range(scene, clients, service, place)));
                }
            }
            clashing(listener, scene).ifPresent(service -> found.add(clash(scene, clients, service, listener)));
        }
    }

    /** The ServiceEntry with several addresses whose listener has one that another service has too. */
    static Optional<Service> clashing(Listener listener, Scene scene) {
        if (listener.getAdditionalAddressesCount() == 0
                || !scene.mesh().profile().has(EntryChoices.EntryAddresses.SERVICE_PER_HOST)) {
            return Optional.empty();
        }
        return ownEntry(listener, scene)
                .filter(service -> !others(listener, scene, service).isEmpty());
    }

    private static Set<String> others(Listener listener, Scene scene, Service own) {
        Set<String> names = new TreeSet<>();
        for (Binds.Place place : Binds.places(listener)) {
            for (Service service : scene.owners(place.address(), place.port())) {
                if (!service.source().equals(own.source())) {
                    names.add(service.namespace() + "/" + service.name());
                }
            }
        }
        return names;
    }

    private static Optional<Service> ownEntry(Listener listener, Scene scene) {
        Set<String> addresses = new HashSet<>();
        Binds.places(listener).forEach(place -> addresses.add(place.address()));
        return Binds.places(listener).stream()
                .flatMap(place -> scene.owners(place.address(), place.port()).stream())
                .filter(service -> service.registry() == Service.Registry.SERVICE_ENTRY
                        && service.addresses().all().size() > 1
                        && addresses.containsAll(service.addresses().all()))
                .findFirst();
    }

    private Finding range(Scene scene, Clients clients, Service service, Binds.Place place) {
        String message = "addresses holds single addresses and ranges, and Istio "
                + scene.mesh().profile().release() + " makes a listener of it that listens at " + place.address()
                + ", which is no address: Envoy of " + clients + " refuses it, and a new sidecar never becomes ready";
        return mended(scene, service, message).about("range");
    }

    private Finding clash(Scene scene, Clients clients, Service service, Listener listener) {
        String message = "an address of " + service.hostname() + " is one of "
                + Words.list(List.copyOf(others(listener, scene, service))) + " too, with the same port, and Istio "
                + scene.mesh().profile().release() + " makes two listeners of that: Envoy of " + clients
                + " refuses one of the two";
        return mended(scene, service, message).about("clash");
    }

    private Finding mended(Scene scene, Service service, String message) {
        return Finding.of(code(), Severity.ERROR, scene.subject(service, "addresses"), message, FIX)
                .mendedIn(ReleaseHistory.endOf(
                        profile -> profile.has(EntryChoices.EntryAddresses.SERVICE_PER_HOST),
                        scene.mesh().profile()));
    }
}
