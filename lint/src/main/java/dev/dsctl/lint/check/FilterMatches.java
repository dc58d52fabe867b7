package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.scene.Clients;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.extension.EnvoyFilter;
import dev.dsctl.model.extension.EnvoyFilter.ConfigPatch;
import dev.dsctl.model.extension.EnvoyFilter.Operation;
import dev.dsctl.model.manifest.Node;
import dev.dsctl.model.mesh.IpMode;
import dev.dsctl.model.profile.ClusterChoices.InboundPassthrough;
import dev.dsctl.model.proxy.ListenAddresses;
import dev.dsctl.render.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** An EnvoyFilter that adds where it means to change, or names what isn't there. */
final class FilterMatches implements Check {

    private static final Set<String> LISTS =
            Set.of("additional_addresses", "additionalAddresses", "extra_source_addresses", "extraSourceAddresses");
    private static final List<String> PER_FAMILY =
            List.of(Names.INBOUND_PASSTHROUGH_CLUSTER + "Ipv4", Names.INBOUND_PASSTHROUGH_CLUSTER + "Ipv6");
    private static final String IPV4_LISTENER = "0.0.0.0_";

    @Override
    public String code() {
        return "DS020";
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public void look(Scene scene, Found found) {
        for (EnvoyFilter filter : scene.mesh().policies().envoyFilters().all()) {
            for (int i = 0; i < filter.patches().size(); i++) {
                lookAtLists(scene, filter, i, found);
                lookAtPassthrough(scene, filter, i, found);
            }
        }
    }

    private void lookAtLists(Scene scene, EnvoyFilter filter, int index, Found found) {
        ConfigPatch patch = filter.patches().get(index);
        boolean appends =
                patch.operation() == Operation.MERGE && anyOf(patch.value(), (key, value) -> LISTS.contains(key));
        if (appends) {
            found.add(finding(
                    scene,
                    filter,
                    index,
                    "a merge appends to lists, so further addresses get added beside those that istiod wrote instead of"
                            + " changing them: listeners or clusters end up with an address twice",
                    "make it say only what lies outside the list, or remove the object and add it anew"));
        }
    }

    private void lookAtPassthrough(Scene scene, EnvoyFilter filter, int index, Found found) {
        ConfigPatch patch = filter.patches().get(index);
        List<String> absent = switch (scene.mesh().profile().choice(InboundPassthrough.class)) {
            case ONE -> PER_FAMILY;
            case ONE_PER_FAMILY -> List.of(Names.INBOUND_PASSTHROUGH_CLUSTER);
        };
        for (String name : absent) {
            boolean matched = patch.match().cluster() != null
                    && patch.match().cluster().name().equals(name);
            if (matched || anyOf(patch.value(), (key, value) -> value.equals(name))) {
                List<String> there = absent == PER_FAMILY ? List.of(Names.INBOUND_PASSTHROUGH_CLUSTER) : PER_FAMILY;
                found.add(finding(
                        scene,
                        filter,
                        index,
                        "it names cluster " + name + ", which Istio "
                                + scene.mesh().profile().release() + " doesn't make (it makes " + Words.list(there)
                                + "): the patch changes nothing, or traffic goes nowhere",
                        "name " + Words.list(there) + " from this release on; proxyVersion in match keeps both apart"));
                return;
            }
        }
    }

    @Override
    public void look(Scene scene, Clients clients, Found found) {
        if (clients.mode() != IpMode.IPV6) {
            return;
        }
        for (EnvoyFilter filter : scene.mesh()
                .policies()
                .envoyFilters()
                .forWorkload(
                        clients.view().proxy().namespace(),
                        clients.view().proxy().labels(),
                        clients.view().profile())) {
            for (int i = 0; i < filter.patches().size(); i++) {
                EnvoyFilter.ListenerMatch match =
                        filter.patches().get(i).match().listener();
                boolean ipv4 = match != null
                        && match.name().startsWith(IPV4_LISTENER)
                        && clients.listeners().stream()
                                .noneMatch(listener -> listener.getName().equals(match.name()));
                if (ipv4) {
                    String message = "it matches listener " + match.name() + ", but " + clients
                            + (clients.members().size() == 1 ? " has" : " have")
                            + " IPv6 alone, where such listeners are called " + ListenAddresses.ANY_IPV6 + "_"
                            + match.name().substring(IPV4_LISTENER.length()) + ": the patch changes nothing there";
                    found.add(finding(scene, filter, i, message, "match by portNumber instead of name"));
                }
            }
        }
    }

    private Finding finding(Scene scene, EnvoyFilter filter, int index, String message, String fix) {
        return Finding.of(
                        code(),
                        Severity.WARNING,
                        scene.objects().subject("EnvoyFilter", filter.meta(), "spec", "configPatches", index),
                        message,
                        fix)
                .about("patch " + (index + 1));
    }

    /** Whether any key or scalar at any depth is so. */
    private static boolean anyOf(Node node, BiPredicate<String, String> what) {
        if (node instanceof Node.Mapping mapping) {
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                if (what.test(entry.getKey(), "") || anyOf(entry.getValue(), what)) {
                    return true;
                }
            }
        } else if (node instanceof Node.Sequence list) {
            return list.items().stream().anyMatch(item -> anyOf(item, what));
        } else if (node instanceof Node.Scalar scalar && scalar.value() instanceof String text) {
            return what.test("", text);
        }
        return false;
    }
}
