package dev.dsctl.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs dsctl's commands on a small built-in mesh, so that the class-data archive which the launcher makes knows the classes
 * that they need.
 */
final class Training {

    private static final byte[] NOTHING = {};

    private Training() {}

    /** Prints nothing; writes to the folder that the only argument names. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        byte[] mesh;
        try (InputStream in = Training.class.getResourceAsStream("training.yaml")) {
            mesh = in.readAllBytes();
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("mesh.yaml"), mesh);
        run(NOTHING, "--version");
        run(NOTHING, "--help");
        run(NOTHING, "render", "--help");
        run(NOTHING, "no-such-command");
        render(folder.toString(), mesh);
        dump(mesh);
        compare(folder.resolve("mesh.yaml").toString(), folder.resolve("golden").toString());
        run(NOTHING, "lint", "-f", folder.resolve("mesh.yaml").toString());
        run(NOTHING, "materialize", "-f", folder.resolve("mesh.yaml").toString());
        run(NOTHING, "profiles");
        run(NOTHING, "completion");
    }

    private static void render(String folder, byte[] mesh) {
        run(mesh, "render", "-f", "-");
        run(NOTHING, "render", "-f", folder, "--proxy", "web-1.shop", "--pilot-env", "ISTIO_DUAL_STACK=true");
        run(NOTHING, "render", "-f", folder, "--type", "listeners,routes", "--out", folder);
        run(mesh, "render", "-f", "-", "-o", "yaml", "--type", "routes");
        run(mesh, "proxy-config", "all", "web-1.shop", "-f", "-");
    }

    private static void dump(byte[] mesh) {
        byte[] dump = run(mesh, "render", "-f", "-", "-o", "config-dump", "--proxy", "web-1.shop");
        run(dump, "proxy-config", "listeners", "--file", "-");
        run(dump, "proxy-config", "endpoints", "--file", "-", "-o", "json");
    }

    private static void compare(String mesh, String golden) {
        run(NOTHING, "golden", "record", "-f", mesh, "--golden", golden);
        run(NOTHING, "golden", "verify", "-f", mesh, "--golden", golden);
        run(NOTHING, "diff", "-f", mesh, "--pilot-env", "ISTIO_DUAL_STACK=false", "--golden", golden);
        run(NOTHING, "diff", "-f", mesh, "--with-pilot-env", "ISTIO_DUAL_STACK=false", "-o", "json");
    }

    private static byte[] run(byte[] in, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(command, new ByteArrayInputStream(in), out, OutputStream.nullOutputStream());
        return out.toByteArray();
    }
}
