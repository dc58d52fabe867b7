package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dsctl.cli.Launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What designs take is what the files in {@code designs/} say. {@code -Dgolden=update} writes them anew.
 */
class CompareDesignsIT {

    private static final Path EXPECTED = Path.of("src/test/resources/designs");

    @ParameterizedTest
    @CsvSource({
        "proxies.txt, -f examples/tcp-echo --istio-version 1.29",
        "proxies.json, -f examples/tcp-echo --istio-version 1.29 --proxy sleep -o json",
        "proxies.svg, -f examples/tcp-echo --istio-version 1.29 -o svg",
        "branch.txt, -f examples/tcp-echo --istio-version per-family --proxy sleep",
        "growth.txt, --growth --istio-version 1.29",
        "growth.json, --growth=10 --istio-version 1.17 -o json",
        "growth.svg, --growth --istio-version 1.29 -o svg",
        "shape.txt, -f examples/tcp-echo --growth=3 --istio-version 1.29"
    })
    void countsWhatDesignsTake(String file, String options) throws IOException {
        Run run = compare(options + " --no-memory");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK.code());
        if (System.getProperty("golden", "").equals("update")) {
            Files.writeString(EXPECTED.resolve(file), run.out());
        }
        assertThat(run.out()).isEqualTo(Files.readString(EXPECTED.resolve(file)));
    }

    @Test
    void asksEnvoyForItsMemory() {
        Run found = Launcher.shell(Launcher.TOP, Map.of(), ".ci/envoy");
        assumeTrue(found.code() == 0, found.err());
        Run run = compare(
                "--growth=40 --istio-version 1.29 --envoy " + found.out().strip());
        assertThat(run.code()).isEqualTo(ExitCode.OK.code());
        List<Long> memory = run.out()
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .map(cell -> Long.parseLong(cell.replace(",", "")))
                .toList();
        assertThat(memory).hasSize(3).allMatch(bytes -> bytes > 1_000_000);
        assertThat(memory.get(1)).isGreaterThan(memory.get(0)).isGreaterThan(memory.get(2));
    }

    @ParameterizedTest
    @CsvSource({
        "--growth=0, --growth: from 1 to 20000 services",
        "--growth --proxy sleep, --growth has a sidecar of its own: leave out --proxy",
        "--growth --no-memory --envoy envoy, give one of --envoy and --no-memory",
        "--growth --envoy README.md, --envoy: README.md isn't a program"
    })
    void refusesWhatMakesNoSense(String options, String sentence) {
        Run run = compare(options);
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(run.err()).contains(sentence);
    }

    private static Run compare(String options) {
        List<String> args = new ArrayList<>(List.of("compare-designs"));
        args.addAll(List.of(options.split(" ")));
        return Launcher.dsctl(Launcher.TOP, args.toArray(String[]::new));
    }
}
