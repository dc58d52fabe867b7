package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.cli.Launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests without addresses, and what the installation says, through the packaged launcher. */
class ManifestsFromGitIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                # Source: shop/templates/all.yaml
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec:
                  ipFamilyPolicy: PreferDualStack
                  selector: {app: web}
                  ports: [{name: http, port: 80, targetPort: 8080}]
                ---

                ---
                # Source: shop/templates/deployment.yaml
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web, sidecar.istio.io/inject: "true"}}
                    spec: {containers: [{name: web, image: web}]}
                """);
        Files.writeString(folder.resolve("values.yaml"), """
                pilot: {env: {ISTIO_DUAL_STACK: "true"}}
                meshConfig: {accessLogFile: /dev/stdout}
                """);
    }

    private Run shell(String script) {
        return Launcher.shell(folder, Map.of("LC_ALL", "C.UTF-8"), "set +e; " + script);
    }

    @Test
    void usesOneFileInSeveralNamespaces() {
        Run run = shell("dsctl render -f a=shop.yaml -f b=shop.yaml --type endpoints --proxy deploy/web.b");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("outbound|80||web.a.svc.cluster.local", "outbound|80||web.b.svc.cluster.local");
    }

    @Test
    void rendersWhatItMaterializes() {
        Run input = shell("dsctl render -f shop=shop.yaml --istio-version 1.30");
        Run output = shell("dsctl materialize -f shop=shop.yaml | dsctl render -f - --istio-version 1.30");

        assertThat(input.code()).isZero();
        assertThat(input.out()).contains("additionalAddresses");
        assertThat(output.out()).isEqualTo(input.out());
    }

    @Test
    void readsWhatTemplatesPrint() {
        Run run = shell("dsctl proxy-config endpoints deploy/web -f - --port 8080 <shop.yaml");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("outbound|80||web.default.svc.cluster.local");
    }

    @Test
    void explainsWhereSettingsComeFrom() {
        Run run = shell("dsctl render -f shop.yaml --values values.yaml --set values.pilot.env.A=b"
                + " --set meshConfig.accessLogEncoding=JSON --pilot-env C=d --istio-version 1.29 --explain-settings");

        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll(" +", " "))
                .contains(
                        "release 1.29.6 --istio-version\n",
                        "env.A b --set\n",
                        "env.C d --pilot-env\n",
                        "env.ISTIO_DUAL_STACK true values.yaml:1\n",
                        "meshConfig.accessLogEncoding JSON --set\n",
                        "meshConfig.accessLogFile /dev/stdout values.yaml:2\n",
                        "cluster.families IPv4, IPv6 default\n");
        assertThat(run.err())
                .startsWith("values.yaml:1: warning: ISTIO_DUAL_STACK is on for istiod but not for sidecars");
        assertThat(shell("dsctl render -f shop.yaml --values values.yaml --strict")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void recordsWhatOptionsSet() {
        Run recorded = shell("dsctl golden record -f shop.yaml --set meshConfig.accessLogFile=/dev/stdout"
                + " --set pilot.env.ISTIO_DUAL_STACK=false --golden golden");
        Run verified = shell("dsctl golden verify -f shop.yaml --golden golden");

        assertThat(recorded.code()).as(recorded.err()).isZero();
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set pilot.env        | dsctl: --set: 'pilot.env' has a path without a value; it is PATH=VALUE, such as"
                        + " pilot.env.ISTIO_DUAL_STACK=true",
                "--set a[x]=b           | dsctl: --set: 'a[x]=b' has no place in a list between its brackets, such as [0]",
                "--values nowhere.yaml  | nowhere.yaml: error: no such file or folder",
                "--values shop.yaml     | shop.yaml:13: error: expected one document",
                "--cluster-family both  | dsctl: --cluster-family must be ipv4, ipv6, dual or dual-v6-first, is 'both'",
                "--service-cidr 10.0/x  | dsctl: '10.0/x' is not an address range such as 10.96.0.0/16",
                "--service-cidr 10.0.0.0/28 | shop.yaml:2: error: the range for Services is too small for 1 address: give a larger one"
                        + " with --service-cidr",
            })
    void saysWhatIsWrongWithOptions(String options, String message) {
        Run run = shell("dsctl render -f shop.yaml " + options.strip());

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message.strip());
        assertThat(run.out()).isEmpty();
    }
}
