package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.Change;
import dev.dsctl.golden.diff.FieldChange;
import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.Step;
import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.render.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the services behind a resource by what is written in it: names of clusters and virtual hosts carry a host name, names of listeners
 * an address, and inbound clusters say in their metadata what they serve. So messages need not carry where they come from.
 */
public final class ManifestOrigins implements Origins {

    private static final int MOST = 20;

    private final Map<String, List<Service>> byHost = new HashMap<>();
    private final Map<String, List<Service>> byAddress = new HashMap<>();

    /** Over the services of a mesh. */
    public ManifestOrigins(Mesh mesh) {
        for (Service service : mesh.services()) {
            byHost.computeIfAbsent(service.hostname(), host -> new ArrayList<>())
                    .add(service);
            for (String address : service.addresses().all()) {
                byAddress.computeIfAbsent(address, ip -> new ArrayList<>()).add(service);
            }
        }
    }

    /** What is removed comes from the first side's manifests, everything else from the second's. */
    public static Origins of(Origins before, Origins after) {
        return change -> {
            List<Origin> origins = change.change() == Change.REMOVED ? List.of() : after.of(change);
            return origins.isEmpty() ? before.of(change) : origins;
        };
    }

    @Override
    public List<Origin> of(ResourceChange change) {
        Set<Service> found = new LinkedHashSet<>();
        // From the most telling to the least: what is around the change, the resource's own name, all that it mentions.
        for (FieldChange field : change.fields()) {
            for (Step step : field.path().steps()) {
                if (step instanceof Step.Element element) {
                    addNamed(element.label(), found);
                }
            }
            addMentioned(field.before(), found);
            addMentioned(field.after(), found);
        }
        addNamed(change.name(), found);
        if (found.isEmpty()) {
            addMentioned(change.before(), found);
            addMentioned(change.after(), found);
        }
        return found.stream().limit(MOST).map(ManifestOrigins::origin).toList();
    }

    private static Origin origin(Service service) {
        String kind = service.registry() == Service.Registry.KUBERNETES ? "Service" : "ServiceEntry";
        return new Origin(kind + " " + service.namespace() + "/" + service.name(), service.source());
    }

    /** {@code outbound|80||web.shop}, {@code web.shop:80}, {@code 10.0.0.1_80}. */
    private void addNamed(String name, Set<Service> found) {
        String host = Names.parseOutbound(name).map(Names.OutboundKey::hostname).orElse(name);
        int port = Math.max(host.lastIndexOf(':'), host.lastIndexOf('_'));
        String bare = port < 0 ? host : host.substring(0, port);
        found.addAll(byHost.getOrDefault(host, List.of()));
        found.addAll(byHost.getOrDefault(bare, List.of()));
        found.addAll(byAddress.getOrDefault(bare, List.of()));
    }

    private void addMentioned(Json value, Set<Service> found) {
        if (value instanceof JsonObject object) {
            addService(object, found);
            object.values().forEach(each -> addMentioned(each, found));
        } else if (value instanceof JsonArray array) {
            array.items().forEach(each -> addMentioned(each, found));
        } else if (value instanceof JsonScalar scalar && scalar.text().startsWith("outbound|")) {
            addNamed(scalar.text(), found);
        }
    }

    /** Istio's metadata of a cluster: {@code {"host": ..., "name": ..., "namespace": ...}}. */
    private void addService(JsonObject metadata, Set<Service> found) {
        for (Service service : byHost.getOrDefault(metadata.text("host"), List.of())) {
            if (service.namespace().equals(metadata.text("namespace"))) {
                found.add(service);
            }
        }
    }
}
