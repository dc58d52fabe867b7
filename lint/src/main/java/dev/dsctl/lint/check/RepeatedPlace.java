package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.finding.Subject;
import dev.dsctl.lint.scene.Binds;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.profile.ListenerChoices.GivenBinds;
import dev.dsctl.model.profile.Release;
import dev.dsctl.model.profile.ReleaseHistory;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One address and port twice among the listeners of a sidecar: Envoy refuses the second. */
final class RepeatedPlace implements Check {

    @Override
    public String code() {
        return "DS005";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIDECARS);
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        Map<String, Listener> byName = null;
        for (Map.Entry<Binds.Place, List<String>> place :
                clients.binds().byPlace().entrySet()) {
            if (place.getValue().size() < 2) {
                continue;
            }
            if (byName == null) {
                byName = new HashMap<>();
                for (Listener listener : clients.listeners()) {
                    byName.put(listener.getName(), listener);
                }
            }
            List<Listener> listeners = new LinkedHashSet<>(place.getValue())
                    .stream().map(byName::get).toList();
            boolean explained = listeners.stream()
                    .anyMatch(listener -> RepeatedVip.service(listener, scene).isPresent()
                            || EntryAddresses.clashing(listener, scene).isPresent());
            if (!explained) {
                found.add(finding(scene, clients, place.getKey(), listeners));
            }
        }
    }

    private Finding finding(Scene scene, Clients clients, Binds.Place place, List<Listener> listeners) {
        Set<Service> owners = new LinkedHashSet<>();
        for (Listener listener : listeners) {
            owner(scene, listener).ifPresent(owners::add);
        }
        List<String> names = listeners.stream().map(Listener::getName).toList();
        List<String> services = owners.stream()
                .map(service -> service.namespace() + "/" + service.name())
                .distinct()
                .toList();
        String whose = services.isEmpty() ? "" : " (of " + Words.list(services) + ")";
        String which = names.size() == 1
                ? "listener " + names.get(0) + whose + " has " + place + " twice"
                : "listeners " + Words.list(names) + whose + " all have " + place;
        String message = which + ": Envoy of " + clients
                + " refuses what comes second, and istiod sees the whole update rejected";
        // Who has an address that isn't its own, or else who came last.
        Subject subject = owners.stream()
                .filter(service -> !service.addresses().all().contains(place.address()))
                .findFirst()
                .or(() -> owners.stream().reduce((first, second) -> second))
                .map(service -> scene.subject(service))
                .orElseGet(() -> scene.subject(clients));
        return Finding.of(
                        code(),
                        Severity.ERROR,
                        subject,
                        message,
                        "give one of them another port or address, or make it HTTP by the port's name or appProtocol")
                .about(place.toString())
                .mendedIn(mended(scene, listeners));
    }

    /** Listeners for endpoints take what the service before them left, in releases that do so. */
    private static List<Release> mended(Scene scene, List<Listener> listeners) {
        boolean leftovers = scene.mesh().profile().has(GivenBinds.WITH_LEFTOVERS)
                && listeners.stream()
                        .anyMatch(listener -> owner(scene, listener)
                                .filter(service -> service.addresses().isEmpty())
                                .isPresent());
        return leftovers
                ? ReleaseHistory.endOf(
                        profile -> profile.has(GivenBinds.WITH_LEFTOVERS),
                        scene.mesh().profile())
                : List.of();
    }

    private static Optional<Service> owner(Scene scene, Listener listener) {
        return Binds.places(listener).stream().findFirst().flatMap(place -> scene.owner(place.address(), place.port()));
    }
}
