package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code render -o envoy}. What a real Envoy says to it is tested beside the corpus. */
class BootstrapTest {

    private record Run(int code, String out, String err) {}

    @Test
    void bindsServicesOnlyWhenAsked() {
        Run redirected = render("--proxy", "client", "-o", "envoy");
        assertThat(redirected.code()).isZero();
        assertThat(redirected.out()).contains("\"bindToPort\": false").doesNotContain("\"bindToPort\": true");
        assertThat(redirected.err()).contains("dsctl: left out: http filter istio.stats (stats.PluginConfig");
        Run bound = render("--proxy", "client", "-o", "envoy", "--bind");
        assertThat(bound.out()).contains("\"bindToPort\": true").doesNotContain("\"bindToPort\": false");
    }

    @Test
    void keepsTlsWithFiles() {
        Run run = render("--proxy", "client", "-o", "envoy", "--tls-dir", "certs");
        assertThat(run.out()).contains("\"filename\": \"certs/root-cert.pem\"");
        assertThat(run.err()).doesNotContain("plain text");
    }

    @ParameterizedTest
    @CsvSource({
        "-o envoy, there are client.shop",
        "--proxy client -o envoy --type listeners, leave out --type",
        "--proxy client -o envoy --out x, choose one",
        "--proxy client --bind, add -o envoy",
    })
    void refusesWhatMakesNoBootstrap(String args, String said) {
        Run run = render(args.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(said);
    }

    @Test
    void saysThatThereIsNoEnvoy() {
        Run run = run(List.of("validate", "-f", "src/test/resources/envoy/shop.yaml", "--envoy", "nowhere"));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(run.err()).isEqualTo("dsctl: --envoy: nowhere isn't a program\n");
    }

    private static Run render(String... args) {
        return run(Stream.concat(
                        Stream.of("render", "-f", "src/test/resources/envoy/shop.yaml", "-n", "shop"), Stream.of(args))
                .toList());
    }

    private static Run run(List<String> args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args.toArray(String[]::new), InputStream.nullInputStream(), out, err);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
