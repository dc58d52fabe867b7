package dev.dsctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher and what was packaged, as a user does, from a copy whose path has blanks. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class StartupIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLE = PROJECT.resolve("examples/tcp-echo");

    /** The JVM refuses to start when the archive can't be used. */
    private static final Map<String, String> ARCHIVE_REQUIRED = Map.of("DSCTL_JAVA_OPTS", "-Xshare:on");

    /** No build within the build. */
    private static final Map<String, String> AS_PACKAGED = Map.of("DSCTL_BUILD", "never");

    @TempDir
    private Path folder;

    private Path home;

    private record Run(int code, String out, String err) {}

    private record Started(Process process, Path out, Path err) {}

    @BeforeEach
    void copyWhatWasPackaged() throws IOException {
        home = folder.resolve("a folder").resolve("dsctl");
        Path app = home.resolve("cli/target/dsctl");
        Files.createDirectories(app);
        Files.copy(PROJECT.resolve("dsctl"), home.resolve("dsctl"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String name : List.of("dsctl.jar", "build-began")) {
            Files.copy(
                    PROJECT.resolve("cli/target/dsctl").resolve(name),
                    app.resolve(name),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createSymbolicLink(app.resolve("lib"), PROJECT.resolve("cli/target/dsctl/lib"));
    }

    @Test
    void makesTheArchiveOnceAndStartsFromIt() throws Exception {
        Run first = dsctl(Map.of(), "--version");
        assertThat(first.out())
                .startsWith("dsctl ")
                .contains("(Istio profiles ")
                .hasLineCount(1);
        assertThat(first.err()).isEmpty();
        List<Path> made = archives();
        assertThat(made).hasSize(1);

        Run second = dsctl(ARCHIVE_REQUIRED, "--version");
        assertThat(second).isEqualTo(first);
        assertThat(archives()).isEqualTo(made);
    }

    @Test
    void firstRunsAtTheSameTimeAgree() throws Exception {
        Started one = start(home.resolve("dsctl"), folder, Map.of(), "--version");
        Started other = start(home.resolve("dsctl"), folder, Map.of(), "--version");
        Run run = finish(one);
        assertThat(run.code()).isZero();
        assertThat(finish(other)).isEqualTo(run);
        assertThat(archives()).hasSize(1);
        assertThat(dsctl(ARCHIVE_REQUIRED, "--version")).isEqualTo(run);
    }

    @Test
    void makesAnotherArchiveWhenAJarIsNewerOrTheFolderMoved() throws Exception {
        dsctl(Map.of(), "--version");
        List<Path> made = archives();
        Files.setLastModifiedTime(
                home.resolve("cli/target/dsctl/dsctl.jar"),
                FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(dsctl(ARCHIVE_REQUIRED, "--version").code()).isZero();
        assertThat(archives()).hasSize(1).isNotEqualTo(made);

        Path moved = folder.resolve("elsewhere");
        Files.move(home, moved);
        home = moved;
        Files.setLastModifiedTime(
                home.resolve("cli/target/dsctl/dsctl.jar"), FileTime.from(Instant.EPOCH.plusSeconds(9)));
        Run run = dsctl(ARCHIVE_REQUIRED, "--version");
        assertThat(run.code()).isZero();
        assertThat(run.out()).hasLineCount(1);
    }

    @Test
    void keepsTheArchiveInTheCacheWhenTheCheckoutCanNotBeWritten() throws Exception {
        Files.createFile(home.resolve("cli/target/dsctl/archives"));
        Path cache = folder.resolve("cache");
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
        assertThat(dsctl(environment, "--version").code()).isZero();
        try (Stream<Path> files = Files.walk(cache)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jsa"))).hasSize(1);
        }
    }

    @Test
    void worksThroughLinksAndFromAnywhere() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("relative"), bin.toRealPath().relativize(PROJECT.resolve("dsctl")));
        Path link = Files.createSymbolicLink(folder.resolve("link"), bin.resolve("relative"));
        Started process = start(link, EXAMPLE.getParent(), AS_PACKAGED, "render", "-f", "tcp-echo", "--proxy", "sleep");
        Run run = finish(process);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("{\n  \"listeners\": [")
                .endsWith("}\n")
                .contains("fd00:10:96::f9fc_9000");
        assertThat(run.err()).contains("assuming").doesNotContain("warning", "WARNING", "error");
    }

    @Test
    void theHeapIsAsSmallAsAsked() throws Exception {
        Run run = dsctl(Map.of("DSCTL_JAVA_OPTS", "-Xmx64m"), "--version");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void exitCodesTellWhatHappened() throws Exception {
        Path launcher = PROJECT.resolve("dsctl");
        Run unknown =
                finish(start(launcher, folder, AS_PACKAGED, "render", "-f", EXAMPLE.toString(), "--proxy", "nobody"));
        assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("no proxy 'nobody'", "sleep.default");

        Run usage = finish(start(launcher, folder, AS_PACKAGED, "rendr"));
        assertThat(usage.code()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(usage.out()).isEmpty();
        assertThat(usage.err()).contains("render");
    }

    @Test
    void saysWhichJavaItNeeds() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Run run = dsctl(Map.of("JAVA_HOME", old.toString()), "--version");
        assertThat(run.code()).isEqualTo(ExitCode.FAULT.code());
        assertThat(run.err()).contains("11.0.2", "17 or newer");
    }

    private Run dsctl(Map<String, String> environment, String... args) throws Exception {
        return finish(start(home.resolve("dsctl"), folder, environment, args));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("cli/target/dsctl/archives"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private Started start(Path launcher, Path cwd, Map<String, String> environment, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(args)).toList());
        builder.environment().keySet().removeAll(List.of("DSCTL_JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        Process process = builder.directory(cwd.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Started(process, out, err);
    }

    private static Run finish(Started started) throws Exception {
        int code = started.process().waitFor();
        return new Run(code, Files.readString(started.out()), Files.readString(started.err()));
    }
}
