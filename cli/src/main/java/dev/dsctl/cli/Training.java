package dev.dsctl.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Runs dsctl's commands once on a small built-in example, so that the class-data archive which the launcher makes knows the
 * classes they need.
 */
final class Training {

    private static final List<String[]> COMMANDS =
            List.<String[]>of(new String[] {"--version"}, new String[] {"--help"});

    private Training() {}

    /** Prints nothing. */
    public static void main(String[] args) {
        for (String[] command : COMMANDS) {
            Main.run(
                    command,
                    InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream());
        }
    }
}
