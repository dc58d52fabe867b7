package dev.dsctl.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.XdsSnapshot;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {

    private static final XdsSnapshot SNAPSHOT = new XdsSnapshot(
            List.of(),
            List.of(Cluster.newBuilder().setName("a").build()),
            List.of(),
            List.of(ClusterLoadAssignment.newBuilder().setClusterName("a").build()));

    @TempDir
    private Path root;

    @Test
    void filesAppearTogetherAndEndInALineBreak() throws IOException {
        try (SnapshotFolder folder = new SnapshotFolder(root, new ProtoJson())) {
            folder.add("shop", "web-1", SNAPSHOT, EnumSet.allOf(ResourceKind.class));
            assertThat(root.resolve("shop/web-1/clusters.json")).doesNotExist();
            folder.commit();
        }
        assertThat(files()).containsExactly("clusters.json", "endpoints.json", "listeners.json", "routes.json");
        assertThat(root.resolve("shop/web-1/clusters.json")).hasContent("[\n  {\n    \"name\": \"a\"\n  }\n]\n");
        assertThat(root.resolve("shop/web-1/listeners.json"))
                .isRegularFile()
                .content()
                .isEqualTo("[]\n");
    }

    @Test
    void withoutCommitNothingStays() throws IOException {
        Path file = root.resolve("shop/web-1/clusters.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "old");
        try (SnapshotFolder folder = new SnapshotFolder(root, new ProtoJson())) {
            folder.add("shop", "web-1", SNAPSHOT, EnumSet.allOf(ResourceKind.class));
        }
        assertThat(files()).containsExactly("clusters.json");
        assertThat(file).hasContent("old");
    }

    @Test
    void aFileHoldsWhatIsWrittenAndNothingElse() throws IOException {
        String file = "[\n  {\n    \"name\": \"a\"\n  }\n]\n";
        assertThat(holds(file)).isTrue();
        assertThat(Stream.of("", file.strip(), file + " ", " " + file, file.replace("a\"", "b\""))
                        .filter(this::holds))
                .isEmpty();
    }

    private boolean holds(String text) {
        try {
            return SnapshotFolder.holds(
                    SNAPSHOT.clusters(),
                    ResourceKind.CLUSTERS,
                    text.getBytes(StandardCharsets.UTF_8),
                    new FleetPrinter(new ProtoJson()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneKindPrintsAsABareArray() throws IOException {
        assertThat(printed(EnumSet.of(ResourceKind.ENDPOINTS))).isEqualTo("[{\"clusterName\":\"a\"}]");
        assertThat(printed(EnumSet.of(ResourceKind.ENDPOINTS, ResourceKind.LISTENERS)))
                .isEqualTo("{\"listeners\":[],\"endpoints\":[{\"clusterName\":\"a\"}]}");
    }

    private static String printed(EnumSet<ResourceKind> kinds) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(text, 2);
        new SnapshotPrinter(new ProtoJson(), kinds).print(SNAPSHOT, out);
        out.finish();
        return text.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("shop/web-1"))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
