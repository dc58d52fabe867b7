package dev.dsctl.cli.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dsctl.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs of the command against a cluster. */
final class Dsctl {

    private final Path kubeconfig;

    record Run(int code, String out, String err) {}

    /** With a kubeconfig for a server, in a folder. */
    Dsctl(Path folder, String server) throws IOException {
        kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                current-context: test
                clusters:
                - name: test
                  cluster: {server: "%s"}
                contexts:
                - name: test
                  context: {cluster: test, user: test, namespace: shop}
                users:
                - name: test
                  user: {token: t0ken}
                """.formatted(server));
    }

    /** Offline. */
    static Run run(String... args) {
        return read("", args);
    }

    /** Offline, with something on standard input. */
    static Run read(String in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(args, new ByteArrayInputStream(in.getBytes(UTF_8)), out, err);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Against the cluster. */
    Run live(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--kubeconfig", kubeconfig.toString()));
        return run(all.toArray(String[]::new));
    }
}
