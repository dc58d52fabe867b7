package dev.dsctl.golden.folder;

import dev.dsctl.model.manifest.Node;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.ProtoJson;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Records a folder over and over, slowly, until it is killed. Prints a line for each version that is in place. */
public final class SlowRecorder {

    static final int PROXIES = 8;

    private SlowRecorder() {}

    /** The folder, the first version, and the pause between two proxies in milliseconds. */
    public static void main(String[] args) throws Exception {
        for (int version = Integer.parseInt(args[1]); ; version++) {
            record(Path.of(args[0]), version, Long.parseLong(args[2]));
            System.out.println(version);
        }
    }

    static Recording record(Path folder, int version, long pause) throws Exception {
        try (GoldenRecorder recorder = GoldenRecorder.into(folder, new ProtoJson())) {
            for (int i = 0; i < PROXIES; i++) {
                recorder.add("ns", "pod-" + i, snapshot(version), EnumSet.allOf(ResourceKind.class));
                Thread.sleep(pause);
            }
            return recorder.commit(manifest());
        }
    }

    static XdsSnapshot snapshot(int version) {
        Cluster cluster = Cluster.newBuilder().setName("version-" + version).build();
        return new XdsSnapshot(List.of(), List.of(cluster), List.of(), List.of());
    }

    static GoldenManifest manifest() {
        GoldenManifest.Settings settings = new GoldenManifest.Settings(
                "1.29.6", Map.of("ISTIO_DUAL_STACK", "true"), new Node.Mapping(0, Map.of()), List.of("pilotEnv"));
        return new GoldenManifest("0.1.0", settings, List.of(), List.of(), List.of("clusters[*].altStatName"));
    }
}
