package dev.dsctl.golden.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dsctl.golden.diff.ProxyConfig;
import dev.dsctl.model.manifest.ManifestException;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.ProtoJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenRecorderTest {

    private static final long SEED = 7;
    private static final int KILLS = 8;

    @TempDir
    private Path temp;

    private static Set<String> versions(Path folder) throws IOException {
        GoldenFolder golden = GoldenFolder.read(folder);
        Set<String> versions = new TreeSet<>();
        for (String proxy : golden.proxies()) {
            ProxyConfig config = golden.config(proxy);
            assertThat(config.resources()).hasSize(ResourceKind.values().length);
            versions.addAll(config.resources().get(ResourceKind.CLUSTERS).keySet());
        }
        assertThat(golden.proxies()).hasSize(SlowRecorder.PROXIES);
        return versions;
    }

    private List<String> beside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder.getParent())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void leavesOldFilesOrNewOnesWheneverItIsKilled(@TempDir Path log) throws Exception {
        Path folder = temp.resolve("golden");
        SlowRecorder.record(folder, 0, 0);
        Random random = new Random(SEED);
        int last = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // Every other run writes without a pause, so that many of its moments are renames.
            long pause = kill % 2 == 0 ? 30 : 0;
            Path said = log.resolve("said-" + kill);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SlowRecorder.class.getName(),
                            folder.toString(),
                            Integer.toString(last + 1),
                            Long.toString(pause))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            while (process.isAlive() && Files.size(said) == 0) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(150));
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            List<String> lines = Files.readAllLines(said);
            int done = Integer.parseInt(lines.get(lines.size() - 1));
            assertThat(versions(folder)).hasSize(1).isSubsetOf("version-" + done, "version-" + (done + 1));
            last = done + 1;
            assertThat(beside(folder)).containsExactly("golden");
        }
    }

    @Test
    void putsBackWhatARunThatWasKilledBetweenItsRenamesTookAway() throws Exception {
        Path folder = temp.resolve("golden");
        SlowRecorder.record(folder, 1, 0);
        String pid = Long.toString(deadPid());
        Files.move(folder, temp.resolve(".golden.dsctl-old-" + pid));
        Files.createDirectories(temp.resolve(".golden.dsctl-new-" + pid).resolve("ns"));
        assertThat(versions(folder)).containsExactly("version-1");
        assertThat(beside(folder)).containsExactly("golden");
    }

    private static long deadPid() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    @Test
    void saysWhatItDidAndRemovesWhatNoProxyHasAnyMore() throws Exception {
        Path folder = temp.resolve("golden");
        assertThat(SlowRecorder.record(folder, 1, 0).added()).hasSize(SlowRecorder.PROXIES);
        Files.writeString(folder.resolve("README.md"), "mine");
        try (GoldenRecorder recorder = GoldenRecorder.into(folder, new ProtoJson())) {
            recorder.add("ns", "pod-0", SlowRecorder.snapshot(1), Set.of(ResourceKind.values()));
            recorder.add("ns", "pod-1", SlowRecorder.snapshot(2), Set.of(ResourceKind.values()));
            recorder.add("other", "pod", SlowRecorder.snapshot(2), Set.of(ResourceKind.values()));
            assertThat(recorder.commit(SlowRecorder.manifest()).summary())
                    .isEqualTo(folder + ": 1 new (pod.other), 1 changed (pod-1.ns), 6 removed"
                            + " (pod-2.ns, pod-3.ns, pod-4.ns, pod-5.ns, pod-6.ns, …), 1 unchanged");
        }
        assertThat(GoldenFolder.read(folder).proxies()).containsExactly("pod-0.ns", "pod-1.ns", "pod.other");
        assertThat(folder.resolve("README.md")).hasContent("mine");
    }

    @Test
    void leavesAFolderAloneThatWouldStayTheSame() throws Exception {
        Path folder = temp.resolve("golden");
        SlowRecorder.record(folder, 1, 0);
        Path file = folder.resolve("ns/pod-0/clusters.json");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        SlowRecorder.record(folder, 1, 0);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
    }

    @Test
    void refusesAFolderOfOtherFiles() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("src/main"));
        Files.writeString(folder.resolve("Main.java"), "x");
        Path root = folder.getParent();
        assertThatThrownBy(() -> SlowRecorder.record(root, 1, 0))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("Main.java: error: not a golden file");
        assertThat(folder.resolve("Main.java")).hasContent("x");
        assertThat(beside(root)).containsExactly("src");
    }

    @Test
    void nothingChangesWhenRecordingFails() throws Exception {
        Path folder = temp.resolve("golden");
        SlowRecorder.record(folder, 1, 0);
        try (GoldenRecorder recorder = GoldenRecorder.into(folder, new ProtoJson())) {
            recorder.add("ns", "pod-0", SlowRecorder.snapshot(2), Set.of(ResourceKind.values()));
        }
        assertThat(versions(folder)).containsExactly("version-1");
        assertThat(beside(folder)).containsExactly("golden");
    }

    @Test
    void theManifestReadsAsItWasWritten() throws Exception {
        Path folder = temp.resolve("golden");
        SlowRecorder.record(folder, 1, 0);
        Problems problems = new Problems();
        assertThat(GoldenManifest.read(folder, problems).text())
                .isEqualTo(SlowRecorder.manifest().text())
                .isEqualTo(Files.readString(folder.resolve(GoldenManifest.FILE)));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void saysWhereAFileIsBroken() throws Exception {
        Path folder = temp.resolve("golden");
        SlowRecorder.record(folder, 1, 0);
        Path file = folder.resolve("ns/pod-0/clusters.json");
        Files.writeString(file, "[\n  {\"name\": \"a\"},\n  {\"name\": \"a\"}, {}\n]\n");
        assertThatThrownBy(() -> GoldenFolder.read(folder).config("pod-0.ns"))
                .hasMessageContaining(file + ":3: error: a second cluster named 'a', the first is at line 2")
                .hasMessageContaining(file + ":3: error: expected a cluster with a field 'name'");
        Files.writeString(file, "[\n  {\n");
        assertThatThrownBy(() -> GoldenFolder.read(folder).config("pod-0.ns")).hasMessageContaining(file + ":");
    }
}
