package dev.dsctl.model.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.manifest.ManifestReader;
import dev.dsctl.model.manifest.ManifestText;
import dev.dsctl.model.manifest.Manifests;
import dev.dsctl.model.manifest.Problems;
import dev.dsctl.model.profile.IstioProfile;
import dev.dsctl.model.profile.IstioProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    private static final String OPERATOR = """
            apiVersion: install.istio.io/v1alpha1
            kind: IstioOperator
            spec:
              tag: 1.20.3-distroless
              meshConfig: {accessLogFile: /dev/stdout, accessLogEncoding: TEXT}
              values:
                pilot: {env: {ISTIO_DUAL_STACK: true, FROM: values}}
                meshConfig: {accessLogEncoding: JSON}
              components: {pilot: {k8s: {env: [{name: FROM, value: component}]}}}
            """;

    private static final String SAIL = """
            apiVersion: sailoperator.io/v1
            kind: Istio
            metadata: {name: default}
            spec:
              version: v1.26.2
              namespace: mesh
              values: {pilot: {env: {FROM: istio}}, meshConfig: {accessLogFile: istio}}
            """;

    private static final String REVISION = """
            apiVersion: sailoperator.io/v1alpha1
            kind: IstioRevision
            metadata: {name: default}
            spec:
              version: v1.26.3
              namespace: mesh
              values: {revision: "", pilot: {env: {FROM: revision}}}
            """;

    private static final String ISTIOD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: istiod, namespace: mesh, labels: {app: istiod, istio.io/rev: default}}
            spec:
              template:
                spec:
                  containers:
                  - name: discovery
                    image: registry:5000/pilot:1.27.1@sha256:00
                    args: [discovery, --domain, example.org]
                    env: [{name: FROM, value: deployment}, {name: POD_NAME, valueFrom: {}}]
            """;

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: mesh}
            data:
              mesh: |
                accessLogFile: configmap
            """;

    private final Problems problems = new Problems();

    @TempDir
    private Path folder;

    private Manifests manifests(String... documents) {
        byte[] text = String.join("---\n", documents).getBytes(StandardCharsets.UTF_8);
        return ManifestReader.readTexts(List.of(new ManifestText("in.yaml", text)));
    }

    private Installation installation(Manifests manifests, Overrides overrides, String release) {
        List<ControlPlane> planes = ControlPlane.in(manifests, problems);
        IstioProfile profile = IstioProfiles.named(release);
        return Installation.of(planes, overrides, profile, problems).withConfigMaps(manifests);
    }

    private static Overrides set(String... options) {
        return Overrides.read(List.of(), List.of(options), new Problems());
    }

    private static String release(Manifests manifests) {
        return ControlPlane.in(manifests, new Problems()).stream()
                .flatMap(plane -> plane.release().stream())
                .map(Setting::value)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> settings(Installation installation) {
        return installation.settings().stream()
                .collect(Collectors.toMap(Setting::name, setting -> setting.value() + " from " + setting.from()));
    }

    private List<String> warnings(Installation installation) {
        Fitting.check(installation, problems);
        return problems.all().stream().map(Object::toString).toList();
    }

    @Test
    void readsAnIstioOperatorAsIstioctlDoes() {
        Manifests manifests = manifests(OPERATOR);

        assertThat(release(manifests)).isEqualTo("1.20.3");
        assertThat(settings(installation(manifests, Overrides.NONE, "1.20")))
                .containsEntry("env.ISTIO_DUAL_STACK", "true from in.yaml:7")
                .containsEntry("env.FROM", "component from in.yaml:9")
                .containsEntry("meshConfig.accessLogFile", "/dev/stdout from in.yaml:5")
                .containsEntry("meshConfig.accessLogEncoding", "JSON from in.yaml:8")
                .containsEntry("namespace", "istio-system from in.yaml:1")
                .containsEntry("domain", "cluster.local from chart default")
                .containsEntry("meshConfig.defaultProviders.metrics", "[prometheus] from chart default");
    }

    @Test
    void prefersWhatRunsToWhatInstallsIt() {
        Manifests resource = manifests(SAIL, CONFIG_MAP);
        Manifests revision = manifests(SAIL, REVISION);
        Manifests running = manifests(SAIL, REVISION, ISTIOD, CONFIG_MAP);

        assertThat(release(resource)).isEqualTo("1.26.2");
        assertThat(installation(resource, Overrides.NONE, "1.26").env()).containsEntry("FROM", "istio");
        assertThat(settings(installation(resource, Overrides.NONE, "1.26")))
                .containsEntry("meshConfig.accessLogFile", "configmap from in.yaml:13");
        assertThat(release(revision)).isEqualTo("1.26.3");
        assertThat(installation(revision, Overrides.NONE, "1.26").env()).containsEntry("FROM", "revision");
        assertThat(release(running)).isEqualTo("1.27.1");
        assertThat(installation(running, Overrides.NONE, "1.27").env())
                .containsExactly(Map.entry("FROM", "deployment"));
        assertThat(installation(running, Overrides.NONE, "1.27").domain()).isEqualTo("example.org");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void prefersWhatIsGivenBesideTheManifests() throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), """
                pilot: {env: {FROM: file, FILE: "1"}}
                meshConfig: {accessLogFile: file, accessLogEncoding: JSON}
                """);
        Overrides overrides = Overrides.read(
                List.of(values.toString()),
                List.of("values.pilot.env.FROM=option", "meshConfig.accessLogFile=null"),
                problems);

        Installation installation = installation(manifests(ISTIOD, CONFIG_MAP), overrides, "1.27");

        assertThat(settings(installation))
                .containsEntry("env.FROM", "option from --set")
                .containsEntry("env.FILE", "1 from " + values + ":1")
                .containsEntry("meshConfig.accessLogEncoding", "JSON from " + values + ":2")
                .doesNotContainKey("meshConfig.accessLogFile");
    }

    @Test
    void readsEveryWayToSetAVariable() {
        for (String option : List.of(
                "values.pilot.env.A=b",
                "pilot.env.A=b",
                "env.A=b",
                "components.pilot.k8s.env[0].name=A,components.pilot.k8s.env[0].value=b")) {
            assertThat(installation(manifests(), set(option), "1.29").env())
                    .as(option)
                    .containsEntry("A", "b");
        }
        assertThat(installation(manifests(), set("env.A=b"), "1.23").env()).isEmpty();
        assertThat(installation(manifests(), set("pilot.traceSampling=50"), "1.23")
                        .env())
                .containsEntry("PILOT_TRACE_SAMPLING", "50");
    }

    @Test
    void takesOverWhatProfilesAndCompatibilitySet() {
        assertThat(installation(manifests(), set("profile=ambient"), "1.24").env())
                .containsExactly(Map.entry("PILOT_ENABLE_AMBIENT", "true"));
        assertThat(installation(manifests(), set("profile=demo,meshConfig.accessLogFile="), "1.24")
                        .mesh()
                        .orElseThrow()
                        .config()
                        .providers())
                .extracting(Object::toString)
                .anyMatch(provider -> provider.contains("otel-tracing"));
        assertThat(installation(
                                manifests(),
                                set("compatibilityVersion=1.27", "pilot.env.DISABLE_SHADOW_HOST_SUFFIX=true"),
                                "1.29")
                        .env())
                .containsEntry("DISABLE_SHADOW_HOST_SUFFIX", "true")
                .containsEntry("DISABLE_TRACK_REMAINING_CB_METRICS", "false");
        installation(manifests(), set("profile=fast"), "1.24");
        assertThat(problems.all())
                .extracting(Object::toString)
                .containsExactly(
                        "--set: warning: Istio 1.24.6 has no profile 'fast' that dsctl knows; what it sets is left out");
    }

    @Test
    void mergesTheMeshConfigThatRevisionsShareWhenIstiodIsToldTo() {
        String own = CONFIG_MAP.replace("name: istio,", "name: istio-canary,").replace("configmap", "own");
        String shared =
                CONFIG_MAP.replace("accessLogFile: configmap", "accessLogFile: shared\n    accessLogEncoding: JSON");
        String istiod = ISTIOD.replace("istio.io/rev: default", "istio.io/rev: canary");
        String told = istiod.replace("name: FROM, value: deployment", "name: SHARED_MESH_CONFIG, value: istio");

        assertThat(settings(installation(manifests(istiod, own, shared), Overrides.NONE, "1.27")))
                .doesNotContainKey("meshConfig.accessLogEncoding");
        assertThat(settings(installation(manifests(told, own, shared), Overrides.NONE, "1.27")))
                .hasEntrySatisfying(
                        "meshConfig.accessLogFile", from -> assertThat(from).startsWith("own"))
                .hasEntrySatisfying(
                        "meshConfig.accessLogEncoding", from -> assertThat(from).startsWith("JSON"));
    }

    @Test
    void saysWhenDualStackIsOnForOneSideOnly() {
        String agent = "defaultConfig: {proxyMetadata: {ISTIO_AGENT_DUAL_STACK: \"true\"}}";
        String both = OPERATOR.replace("accessLogFile: /dev/stdout", agent);

        assertThat(warnings(installation(manifests(OPERATOR), Overrides.NONE, "1.20")))
                .containsExactly(
                        "in.yaml:7: warning: ISTIO_DUAL_STACK is on for istiod but not for sidecars, which redirect"
                                + " traffic of one family only: set meshConfig.defaultConfig.proxyMetadata.ISTIO_DUAL_STACK to"
                                + " \"true\" too");
        assertThat(warnings(installation(manifests(both), Overrides.NONE, "1.20")))
                .anyMatch(warning ->
                        warning.startsWith("in.yaml:5: warning: proxyMetadata has ISTIO_AGENT_DUAL_STACK, but"
                                + " sidecars of Istio 1.20.8 read ISTIO_DUAL_STACK"));
    }

    @Test
    void saysNothingWhenBothSidesFit() {
        String agent = "defaultConfig: {proxyMetadata: {ISTIO_AGENT_DUAL_STACK: \"true\"}}";
        String both = OPERATOR.replace("accessLogFile: /dev/stdout", agent);

        assertThat(warnings(installation(manifests(both), Overrides.NONE, "1.18")))
                .isEmpty();
        assertThat(warnings(installation(manifests(ISTIOD), Overrides.NONE, "1.27")))
                .isEmpty();
    }

    @Test
    void saysWhenEndpointsHaveOneFamilyOnly() {
        String operator = OPERATOR.replace("FROM: values", "PILOT_USE_ENDPOINT_SLICE: false");
        List<String> old = new ArrayList<>(warnings(installation(manifests(operator), Overrides.NONE, "1.18")));

        assertThat(old).anyMatch(warning -> warning.startsWith("in.yaml:7: warning: PILOT_USE_ENDPOINT_SLICE is off"));
        Problems others = new Problems();
        Fitting.check(
                Installation.of(
                        ControlPlane.in(manifests(operator), others),
                        Overrides.NONE,
                        IstioProfiles.named("1.19"),
                        others),
                others);
        assertThat(others.all()).noneMatch(warning -> warning.message().contains("PILOT_USE_ENDPOINT_SLICE"));
    }
}
