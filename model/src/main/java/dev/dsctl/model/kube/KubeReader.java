package dev.dsctl.model.kube;

import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.ObjectMeta;
import dev.dsctl.model.manifest.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads Kubernetes' own kinds. What the API server would refuse is an error. */
public final class KubeReader {

    private static final Comparator<ObjectMeta> BY_NAME =
            Comparator.comparing(ObjectMeta::namespace).thenComparing(ObjectMeta::name);

    private final Manifests manifests;
    private final Problems problems;

    private KubeReader(Manifests manifests, Problems problems) {
        this.manifests = manifests;
        this.problems = problems;
    }

    /** The Kubernetes objects among the manifests; what is wrong with them goes to {@code problems}. */
    public static KubeObjects read(Manifests manifests, Problems problems) {
        KubeReader reader = new KubeReader(manifests, problems);
        List<KubeService> services = reader.all("", "Service", ServiceReader::read);
        List<KubeSlice> slices = reader.all("discovery.k8s.io", "EndpointSlice", SliceReader::read);
        List<KubePod> pods = reader.all("", "Pod", PodReader::read);
        services.sort(Comparator.comparing(KubeService::meta, BY_NAME));
        slices.sort(Comparator.comparing(KubeSlice::meta, BY_NAME));
        pods.sort(Comparator.comparing(KubePod::meta, BY_NAME));
        Map<String, KubePod> podsByKey = new LinkedHashMap<>();
        pods.forEach(pod -> podsByKey.put(pod.meta().key(), pod));
        return new KubeObjects(services, slices, podsByKey, reader.metas("Node"), reader.metas("Namespace"));
    }

    private <T> List<T> all(String group, String kind, BiFunction<ObjectMeta, Fields, T> read) {
        List<T> objects = new ArrayList<>();
        for (Manifest manifest : manifests.of(group, kind)) {
            Fields fields = Fields.of(manifest, problems);
            objects.add(read.apply(meta(manifest, fields), fields));
        }
        return objects;
    }

    private Map<String, ObjectMeta> metas(String kind) {
        Map<String, ObjectMeta> metas = new TreeMap<>();
        for (ObjectMeta meta : all("", kind, (meta, fields) -> meta)) {
            metas.put(meta.name(), meta);
        }
        return metas;
    }

    private static ObjectMeta meta(Manifest manifest, Fields fields) {
        Fields metadata = fields.fields("metadata");
        return new ObjectMeta(
                manifest.name(),
                manifest.namespace(),
                metadata.string("creationTimestamp"),
                metadata.stringMap("labels"),
                metadata.stringMap("annotations"),
                manifest.source());
    }
}
