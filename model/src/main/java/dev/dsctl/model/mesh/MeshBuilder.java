package dev.dsctl.model.mesh;

import dev.dsctl.model.entry.Entries;
import dev.dsctl.model.entry.EntryReader;
import dev.dsctl.model.entry.ServiceEntry;
import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubeReader;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.Unhonoured;
import dev.dsctl.model.profile.EntryChoices;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.MeshChoices;
import dev.dsctl.model.profile.ScopeChoices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Puts a mesh together: Kubernetes' services first, then those of ServiceEntries. */
final class MeshBuilder {

    private final MeshSettings settings;
    private final KubeObjects objects;
    private final PodWorkloads pods;
    private final List<Service> services = new ArrayList<>();
    private final Map<String, List<Endpoint>> endpoints = new HashMap<>();

    private MeshBuilder(KubeObjects objects, MeshSettings settings) {
        this.settings = settings;
        this.objects = objects;
        this.pods = new PodWorkloads(objects, settings);
    }

    /** The mesh that the manifests describe; what is wrong with them goes to {@code problems}. */
    static Mesh build(Manifests manifests, MeshSettings settings, Problems problems) {
        KubeObjects all = KubeReader.read(manifests, problems);
        Predicate<String> discovered = discovered(settings.config().discoverySelectors(), all.namespaces());
        MeshBuilder builder = new MeshBuilder(all.inNamespaces(discovered), settings);
        Manifests known = limitsResources(settings) ? manifests.inNamespaces(discovered) : manifests;
        builder.addAll(EntryReader.read(known, problems));
        List<Service> resolved = Aliases.resolved(builder.services);
        Mesh mesh = new Mesh(
                settings,
                resolved,
                builder.endpoints,
                Sidecars.of(all, builder.pods, settings, problems),
                new ServiceIndex(resolved, settings.profile().choice(ScopeChoices.NamespacesHost.class)),
                Policies.of(known, settings, problems));
        Unhonoured.warn(manifests, problems);
        return mesh;
    }

    /** The namespaces that istiod looks at. Source: {@code discoveryNamespacesFilter}, pkg/kube/namespace/filter.go. */
    private static Predicate<String> discovered(List<LabelSelector> selectors, Map<String, ObjectMeta> namespaces) {
        if (selectors.isEmpty()) {
            return namespace -> true;
        }
        return namespace -> {
            ObjectMeta meta = namespaces.get(namespace);
            return meta != null && selectors.stream().anyMatch(s -> s.selects(meta.labels()));
        };
    }

    /** Whether that goes for Istio's own resources, too. Source: {@code EnableEnhancedResourceScoping}, pilot/pkg/features. */
    private static boolean limitsResources(MeshSettings settings) {
        String variable = "ENABLE_ENHANCED_RESOURCE_SCOPING";
        return switch (settings.profile().choice(ScopeChoices.UndiscoveredResources.class)) {
            case COUNT_UNLESS_SCOPED -> settings.env().flag(variable, false);
            case HIDDEN_UNLESS_UNSCOPED -> settings.env().flag(variable, true);
            case HIDDEN -> true;
        };
    }

    private void addAll(Entries entries) {
        services.addAll(KubeServices.of(objects, settings));
        addEndpoints(KubeEndpoints.of(objects, pods, settings));
        addEndpoints(ExternalNames.of(services));
        if (entries.isEmpty()) {
            services.sort(order(settings.profile()));
            return;
        }
        EntryWorkloads outside = new EntryWorkloads(settings, pods.meshNetwork());
        Map<String, List<WorkloadInstance>> workloadEntries = outside.byNamespace(entries);
        addEndpoints(SelectedEntries.of(services, workloadEntries, settings.env()));
        Map<String, List<WorkloadInstance>> selectablePods =
                new SelectableWorkloads(pods, settings).byNamespace(objects);
        EntryEndpoints entryEndpoints = new EntryEndpoints(settings, outside, List.of(selectablePods, workloadEntries));
        services.addAll(entryServices(entries, entryEndpoints));
        addEndpoints(entryEndpoints.all());
        services.sort(order(settings.profile()));
    }

    /** Those of older entries first: that decides who gets which made-up address. */
    private List<Service> entryServices(Entries entries, EntryEndpoints entryEndpoints) {
        EntryServices converter = new EntryServices(settings, objects.namespaces());
        List<Service> all = new ArrayList<>();
        for (ServiceEntry entry : entries.services()) {
            List<Service> converted = converter.of(entry);
            entryEndpoints.add(entry, converted);
            all.addAll(converted);
        }
        all.sort(order(settings.profile()));
        return !settings.assignsAddresses()
                ? MadeUpAddresses.given(all, settings.profile().choice(EntryChoices.MadeUpAddresses.class))
                : all;
    }

    private void addEndpoints(Map<String, List<Endpoint>> added) {
        added.forEach((service, more) -> endpoints.merge(service, more, (first, second) -> {
            List<Endpoint> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }));
    }

    private static Comparator<Service> order(IstioProfile profile) {
        Comparator<Service> oldestFirst = Comparator.comparing(Service::creation);
        return switch (profile.choice(MeshChoices.ServiceOrder.class)) {
            case NAME_DOT_NAMESPACE -> oldestFirst.thenComparing(s -> s.name() + "." + s.namespace());
            case NAME_THEN_NAMESPACE -> oldestFirst.thenComparing(Service::name).thenComparing(Service::namespace);
        };
    }
}
