package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.cli.Launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Runs the commands of {@code examples/ci} in a repository like the one they are for. */
class CiExamplesIT {

    private static final Path EXAMPLES = Launcher.TOP.resolve("examples/ci");
    private static final Map<String, String> GIT = Map.of(
            "GIT_AUTHOR_NAME", "test",
            "GIT_AUTHOR_EMAIL", "test@example.com",
            "GIT_COMMITTER_NAME", "test",
            "GIT_COMMITTER_EMAIL", "test@example.com",
            "GIT_CONFIG_GLOBAL", "/dev/null");

    /** A Service that IPv6 clients miss. */
    private static final String SINGLE_STACK = """
            apiVersion: v1
            kind: Service
            metadata: {name: one, namespace: shop}
            spec:
              clusterIP: 10.96.0.9
              clusterIPs: [10.96.0.9]
              ipFamilyPolicy: SingleStack
              selector: {app: one}
              ports: [{name: tcp, port: 7000}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: one-1, namespace: shop, labels: {app: one}}
            spec: {containers: [{name: one, image: one}]}
            status: {phase: Running, podIPs: [{ip: 10.244.0.6}, {ip: 'fd00:10:244::6'}]}
            """;

    @TempDir
    private Path repository;

    @TempDir
    private Path outside;

    private Path summary;

    @BeforeEach
    void repository() throws IOException {
        summary = Files.createFile(outside.resolve("summary.md"));
        Files.createDirectories(repository.resolve("manifests"));
        manifests("src/test/resources/golden/shop.yaml");
        assertThat(shell(
                                "git init -q && dsctl golden record -f manifests/ --golden golden/ && git add . && git commit -qm a")
                        .code())
                .isZero();
        Files.copy(EXAMPLES.resolve("pre-commit"), repository.resolve(".git/hooks/pre-commit"));
        Path checkout = Files.createDirectories(repository.resolve(".dsctl"));
        Path dsctl = Files.writeString(
                checkout.resolve("dsctl"), "#!/bin/sh\nexec '" + Launcher.TOP.resolve("dsctl") + "' \"$@\"\n");
        assertThat(dsctl.toFile().setExecutable(true)).isTrue();
    }

    private void manifests(String file) throws IOException {
        Files.writeString(repository.resolve("manifests/shop.yaml"), Files.readString(Path.of(file)));
    }

    private Run shell(String script) {
        return Launcher.shell(repository, GIT, script);
    }

    @SuppressWarnings("unchecked")
    private static String step(String file, String name) throws IOException {
        String yaml = Files.readString(EXAMPLES.resolve(file));
        Map<String, Object> workflow =
                (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Map<String, Object> jobs = (Map<String, Object>) workflow.get("jobs");
        Map<String, Object> job = (Map<String, Object>) jobs.values().iterator().next();
        return ((List<Map<String, Object>>) job.get("steps"))
                .stream()
                        .filter(step -> name.equals(step.get("name")))
                        .map(step -> (String) step.get("run"))
                        .findFirst()
                        .orElseThrow();
    }

    private Run run(String step) throws IOException {
        return run("dsctl.yaml", step);
    }

    private Run run(String file, String step) throws IOException {
        String environment = "export BASE=HEAD GITHUB_STEP_SUMMARY='" + summary + "' GITHUB_PATH='"
                + outside.resolve("path") + "'\n";
        return shell(environment + step(file, step));
    }

    @Test
    void theWorkflowBuildsDsctl() throws IOException {
        Run run = run("Build dsctl");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("dsctl ");
        assertThat(outside.resolve("path")).content().endsWith("/.dsctl\n");
    }

    @Test
    void theWorkflowPassesWhereNothingHasChanged() throws IOException {
        assertThat(run("What this changes").code()).isZero();
        assertThat(summary).content().startsWith("### Envoy configuration: no change");
        Run run = run("Golden files are up to date");
        assertThat(run.code()).isZero();
        assertThat(repository.resolve("dsctl.xml")).content().contains("failures=\"0\"");
    }

    @Test
    void theWorkflowFailsAtTheManifestThatChanged() throws IOException {
        manifests("src/test/resources/golden/new/shop.yaml");
        assertThat(run("What this changes").code()).isZero();
        assertThat(summary)
                .content()
                .startsWith("### Envoy configuration: changed")
                .contains("10.96.0.7_9001");
        assertThat(shell("git worktree list").out().lines()).hasSize(1);
        Run run = run("Golden files are up to date");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("::error file=manifests/shop.yaml,line=19,");
        assertThat(repository.resolve("dsctl.xml")).exists();
        assertThat(repository.resolve("dsctl.sarif")).content().contains("\"uri\": \"manifests/shop.yaml\"");
    }

    @Test
    void theLintWorkflowFailsAtTheManifestOfAFinding() throws IOException {
        assertThat(run("lint.yaml", "Build dsctl").out()).startsWith("dsctl ");
        assertThat(run("lint.yaml", "Lint").code()).isZero();
        assertThat(summary).content().startsWith("### dsctl lint: nothing found");
        Files.writeString(repository.resolve("manifests/one.yaml"), SINGLE_STACK);
        Run run = run("lint.yaml", "Lint");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("::warning file=manifests/one.yaml,line=7,");
        assertThat(summary).content().contains("DS006");
        assertThat(repository.resolve("lint.sarif")).content().contains("\"uri\": \"manifests/one.yaml\"");
    }

    @Test
    void theHookLooksAtWhatIsCommitted() throws IOException {
        manifests("src/test/resources/golden/new/shop.yaml");
        assertThat(shell("git commit -qm b --allow-empty").code()).isZero();
        Run refused = shell("git add manifests && git commit -qm c");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("+ listener 10.96.0.7_9001", "dsctl golden record -f manifests --golden golden");
        assertThat(shell("dsctl golden record -f manifests --golden golden && git commit -qm c")
                        .code())
                .isEqualTo(1);
        assertThat(shell("git add golden && git commit -qm c").code()).isZero();
    }

    @Test
    void theHooksOfTheFrameworkAreOneCommandEach() throws IOException {
        List<String> entries = Pattern.compile("entry: (.*)")
                .matcher(Files.readString(EXAMPLES.resolve("README.md")))
                .results()
                .map(entry -> entry.group(1))
                .toList();
        assertThat(entries).hasSize(2);
        for (String entry : entries) {
            assertThat(shell(entry).code()).as(entry).isZero();
        }
        manifests("src/test/resources/golden/new/shop.yaml");
        Files.writeString(repository.resolve("manifests/one.yaml"), SINGLE_STACK);
        for (String entry : entries) {
            assertThat(shell(entry).code()).as(entry).isEqualTo(1);
        }
    }
}
