package dev.dsctl.lint.scene;

import dev.dsctl.lint.finding.Subject;
import dev.dsctl.model.entry.EntryReader;
import dev.dsctl.model.entry.ServiceEntry;
import dev.dsctl.model.kube.KubeObjects;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.kube.KubeReader;
import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.kube.KubeSlice;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.manifest.SourceRef;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.model.mesh.Service;
import dev.dsctl.model.proxy.Proxy;
import dev.dsctl.model.proxy.ProxyView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that checks look at: the objects of the input, the mesh they make, and what is behind each Service. */
public final class Scene {

    private final Mesh mesh;
    private final Known known;
    private final Objects objects;
    private final KubeObjects kube;
    private final List<BackedService> services;
    private final List<ServiceEntry> entries;
    private final Map<SourceRef, Service> byEntry = new HashMap<>();
    private final List<List<Proxy>> clients;
    private final Owners owners;

    private Scene(Manifests manifests, Mesh mesh, Known known) {
        this.mesh = mesh;
        this.known = known;
        this.objects = new Objects(manifests);
        // What is wrong with the objects was said when the mesh was read.
        this.kube = KubeReader.read(manifests, new Problems());
        this.entries = EntryReader.read(manifests, new Problems()).services();
        for (Service service : mesh.services()) {
            if (service.registry() == Service.Registry.SERVICE_ENTRY) {
                byEntry.putIfAbsent(service.source(), service);
            }
        }
        this.services = services(mesh, kube);
        this.clients = ClientGroups.of(mesh);
        this.owners = new Owners(mesh);
    }

    /** The scene that a mesh and the manifests it was made of show. */
    public static Scene of(Manifests manifests, Mesh mesh, Known known) {
        return new Scene(manifests, mesh, known);
    }

    private static List<BackedService> services(Mesh mesh, KubeObjects kube) {
        Map<String, Service> known = new HashMap<>();
        for (Service service : mesh.services()) {
            if (service.registry() == Service.Registry.KUBERNETES) {
                known.put(service.namespace() + "/" + service.name(), service);
            }
        }
        Map<String, List<KubeSlice>> slices = new HashMap<>();
        for (KubeSlice slice : kube.slices()) {
            slices.computeIfAbsent(slice.meta().namespace() + "/" + slice.service(), key -> new ArrayList<>())
                    .add(slice);
        }
        PodIndex pods = new PodIndex(kube.allPods());
        List<BackedService> services = new ArrayList<>();
        for (KubeService service : kube.services()) {
            String key = service.meta().key();
            if (known.containsKey(key) && !service.isExternalName()) {
                List<KubePod> selected = pods.selected(service);
                services.add(new BackedService(service, known.get(key), selected, slices.getOrDefault(key, List.of())));
            }
        }
        return List.copyOf(services);
    }

    /** The mesh. */
    public Mesh mesh() {
        return mesh;
    }

    /** What was told rather than assumed. */
    public Known known() {
        return known;
    }

    /** The objects of the input. */
    public Objects objects() {
        return objects;
    }

    /** Kubernetes' objects. */
    public KubeObjects kube() {
        return kube;
    }

    /** Kubernetes' Services but for mere names of others, by namespace and name. */
    public List<BackedService> services() {
        return services;
    }

    /** The ServiceEntries, oldest first. */
    public List<ServiceEntry> entries() {
        return entries;
    }

    /** The first service that a ServiceEntry makes; none when istiod passes it over. */
    public Optional<Service> serviceOf(ServiceEntry entry) {
        return Optional.ofNullable(byEntry.get(entry.meta().source()));
    }

    /** Groups of sidecars that are sent the same but for what concerns their own pods, the first of each for all. */
    public List<List<Proxy>> clients() {
        return clients;
    }

    /** A group as clients. */
    public Clients clients(List<Proxy> group) {
        return new Clients(ProxyView.of(mesh, group.get(0)), group);
    }

    /** The service that is reached at an address and port. */
    public Optional<Service> owner(String address, int port) {
        return owners.of(address, port).stream().findFirst();
    }

    /** All services that claim an address and port, in Istio's order. */
    public List<Service> owners(String address, int port) {
        return owners.of(address, port);
    }

    /** The pod of the first of some clients. */
    public Subject subject(Clients clients) {
        Proxy proxy = clients.members().get(0);
        KubePod pod = kube.pods().get(proxy.namespace() + "/" + proxy.name());
        return objects.subject("Pod", pod.meta());
    }

    /** A Service, at the field that a path leads to. */
    public Subject subject(BackedService service, Object... path) {
        return objects.subject("Service", service.kube().meta(), path);
    }

    /** The object that made a service of the mesh, at the field of its spec that a path leads to. */
    public Subject subject(Service service, Object... path) {
        Object[] inSpec = new Object[path.length + 1];
        inSpec[0] = "spec";
        System.arraycopy(path, 0, inSpec, 1, path.length);
        if (service.registry() == Service.Registry.KUBERNETES) {
            return objects.subject("Service", meta(service), inSpec);
        }
        ObjectMeta meta = entries.stream()
                .map(ServiceEntry::meta)
                .filter(each -> each.source().equals(service.source()))
                .findFirst()
                .orElseGet(() -> meta(service));
        return objects.subject("ServiceEntry", meta, inSpec);
    }

    private static ObjectMeta meta(Service service) {
        return new ObjectMeta(service.name(), service.namespace(), "", Map.of(), Map.of(), service.source());
    }
}
