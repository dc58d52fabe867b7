package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.cli.Launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that is divided between threads and between processes comes out as if it weren't. */
class ManyProxiesIT {

    private static final String MESH = Launcher.TOP.resolve("examples/tcp-echo").toString();
    private static final int SHARDS = 3;

    @TempDir
    private Path folder;

    @Test
    void theNumberOfThreadsChangesNothing() {
        Run one = dsctl("render", "-f", MESH, "--jobs", "1");
        Run four = dsctl("render", "-f", MESH, "--jobs", "4");
        assertThat(one.code()).isZero();
        assertThat(four).isEqualTo(one);
    }

    @Test
    void shardsAreTheWholeTogether() throws IOException {
        assertThat(dsctl("render", "-f", MESH, "--out", "whole").code()).isZero();
        int files = 0;
        for (int i = 0; i < SHARDS; i++) {
            String part = "part-" + i;
            assertThat(dsctl("render", "-f", MESH, "--out", part, "--shard", i + "/" + SHARDS)
                            .code())
                    .isZero();
            Map<String, String> rendered = files(folder.resolve(part));
            files += rendered.size();
            assertThat(files(folder.resolve("whole"))).containsAllEntriesOf(rendered);
        }
        assertThat(files(folder.resolve("whole"))).hasSize(files);
    }

    @Test
    void oneShardFindsTheDifference() throws IOException {
        assertThat(dsctl("golden", "record", "-f", MESH, "--golden", "golden").code())
                .isZero();
        Path file = folder.resolve("golden/default/sleep/clusters.json");
        Files.writeString(file, Files.readString(file).replace("\"10s\"", "\"11s\""));
        List<Integer> verdicts = IntStream.range(0, SHARDS)
                .map(i -> dsctl("golden", "verify", "-f", MESH, "--golden", "golden", "--shard", i + "/" + SHARDS)
                        .code())
                .boxed()
                .toList();
        assertThat(verdicts).containsOnlyOnce(1).contains(0);
    }

    @Test
    void whatIsNoShardIsRefused() {
        for (String shard : List.of("3/3", "1", "-1/3", "a/b", "0/0")) {
            Run run = dsctl("render", "-f", MESH, "--out", "out", "--shard=" + shard);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--shard wants I/N");
        }
        assertThat(dsctl("render", "-f", MESH, "--shard", "0/3").err()).contains("add --out DIR");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Run dsctl(String... args) {
        return Launcher.dsctl(folder, args);
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}
