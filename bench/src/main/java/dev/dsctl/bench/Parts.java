package dev.dsctl.bench;

import dev.dsctl.golden.diff.Ignores;
import dev.dsctl.golden.diff.ProxyConfig;
import dev.dsctl.golden.diff.Rendered;
import dev.dsctl.golden.diff.Resource;
import dev.dsctl.golden.diff.Side;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.mesh.Mesh;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import dev.dsctl.render.json.SnapshotPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one proxy of a mesh costs, part by part, on a JVM as the launcher starts it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:C1MaxInlineSize=24", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Parts {

    private static final Set<ResourceKind> ALL = EnumSet.allOf(ResourceKind.class);

    /** How many services the mesh has. */
    @Param("1000")
    public int services;

    private final ProtoJson json = new ProtoJson();
    private Input input;
    private Manifests manifests;
    private Mesh mesh;
    private XdsSnapshot snapshot;
    private Side side;
    private Side sameAgain;
    private Side files;
    private Side singleStack;

    /** Does once what the parts begin with. */
    @Setup
    public void prepare() throws IOException {
        input = Input.of(services);
        manifests = input.manifests();
        mesh = Input.mesh(manifests, Input.DUAL_STACK);
        snapshot = Input.snapshot(mesh);
        side = side(snapshot);
        sameAgain = side(Input.snapshot(Input.mesh(manifests, Input.DUAL_STACK)));
        files = files(snapshot);
        singleStack = side(Input.snapshot(Input.mesh(manifests, Input.SINGLE_STACK)));
    }

    private Side side(XdsSnapshot snapshot) {
        ProxyConfig config = Rendered.of(snapshot, json);
        return new Side.Held("", new TreeMap<>(Map.of("proxy", config)));
    }

    /** The same as golden files have it. */
    private Side files(XdsSnapshot snapshot) {
        Map<ResourceKind, SortedMap<String, Resource>> read = new EnumMap<>(ResourceKind.class);
        Rendered.of(snapshot, json).resources().forEach((kind, byName) -> {
            SortedMap<String, Resource> trees = new TreeMap<>();
            byName.forEach((name, each) -> trees.put(name, new Resource.Read(name, each.tree(), null)));
            read.put(kind, trees);
        });
        return new Side.Held("", new TreeMap<>(Map.of("proxy", new ProxyConfig(read))));
    }

    /** YAML to nodes. */
    @Benchmark
    public Manifests yamlToNodes() {
        return input.manifests();
    }

    /** Nodes to services, endpoints and proxies. */
    @Benchmark
    public Mesh nodesToMesh() {
        return Input.mesh(manifests, Input.DUAL_STACK);
    }

    /** The mesh to all messages of one proxy. */
    @Benchmark
    public XdsSnapshot meshToMessages() {
        return Input.snapshot(mesh);
    }

    /** Messages to JSON, written nowhere. */
    @Benchmark
    public JsonWriter messagesToJson() throws IOException {
        JsonWriter out = new JsonWriter(OutputStream.nullOutputStream(), 2);
        new SnapshotPrinter(json, ALL).print(snapshot, out);
        out.finish();
        return out;
    }

    /** Equal messages of two meshes. */
    @Benchmark
    public SnapshotDiff diffOfEqual() throws IOException {
        return SnapshotDiff.between(side, sameAgain, ALL, Ignores.NONE);
    }

    /** Messages and golden files that are equal to them. */
    @Benchmark
    public SnapshotDiff diffWithFiles() throws IOException {
        return SnapshotDiff.between(files, side, ALL, Ignores.NONE);
    }

    /** Messages with dual stack and without. */
    @Benchmark
    public SnapshotDiff diffOfDifferent() throws IOException {
        return SnapshotDiff.between(singleStack, side, ALL, Ignores.NONE);
    }
}
