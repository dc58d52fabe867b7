package dev.dsctl.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Live and offline agree, byte by byte, on every recorded mesh; and a config dump reads back to the tables it came from. */
class RecordedMeshesTest {

    private static final List<String> SETTINGS =
            List.of("--pilot-env", "ISTIO_DUAL_STACK=true", "--istio-version", "1.29");

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> fromAnApiServer() throws IOException {
        return RecordedMeshes.unpack(folder.resolve("live")).stream()
                .map(mesh -> DynamicTest.dynamicTest(mesh.getFileName().toString(), () -> agree(mesh)));
    }

    private void agree(Path mesh) throws IOException {
        try (FakeApi api = new FakeApi()) {
            for (Path file : RecordedMeshes.inputs(mesh)) {
                api.load(file);
            }
            Dsctl live = new Dsctl(folder, api.url());
            for (List<String> command : List.of(List.of("render"), List.of("render", "-o", "short"))) {
                Dsctl.Run offline = Dsctl.run(
                        with(command, "-n", "shop", "-f", mesh.resolve("input").toString()));
                assertThat(offline.code()).as(offline.err()).isZero();
                Dsctl.Run online = live.live(with(command));
                assertThat(online.out()).as(online.err()).isEqualTo(offline.out());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> throughConfigDumps() throws IOException {
        return RecordedMeshes.unpack(folder.resolve("dumps")).stream()
                .map(mesh -> DynamicTest.dynamicTest(
                        mesh.getFileName().toString(),
                        () -> roundTrip(mesh.resolve("input").toString())));
    }

    private void roundTrip(String input) {
        String[] all = with(List.of("render", "-f", input, "-o", "short", "--type", "clusters"));
        List<String> proxies = Dsctl.run(all)
                .out()
                .lines()
                .filter(line -> line.startsWith("====== "))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(proxies).isNotEmpty();
        for (String proxy : proxies) {
            String dump = Dsctl.run(with(List.of("render", "-f", input, "-o", "config-dump", "--proxy", proxy)))
                    .out();
            for (String table : List.of("listeners", "clusters", "routes", "endpoints", "all")) {
                String computed = Dsctl.run(with(List.of("proxy-config", table, proxy, "-f", input)))
                        .out();
                assertThat(Dsctl.read(dump, "proxy-config", table, "--file", "-")
                                .out())
                        .as(table + " of " + proxy)
                        .isEqualTo(computed)
                        .isNotEmpty();
            }
        }
    }

    private static String[] with(List<String> command, String... more) {
        return Stream.of(command, SETTINGS, List.of(more)).flatMap(List::stream).toArray(String[]::new);
    }
}
