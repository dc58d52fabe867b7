package dev.dsctl.cli;

import dev.dsctl.cli.output.TextOut;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where dsctl starts. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        System.exit(run(args, System.in, out, err));
    }

    /**
     * Runs a command. All text is UTF-8, whatever the platform's default is.
     *
     * @param args the command line
     * @param in what {@code -} reads
     * @param out takes the requested data and nothing else
     * @param err takes everything that is said about it
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        TextOut data = new TextOut(out);
        PrintWriter talk = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
        try {
            int code = execute(args, in, data, talk);
            data.flush();
            if (data.failure().isPresent()) {
                talk.println("dsctl: can't write the output: " + data.failure().get());
                return ExitCode.FAULT.code();
            }
            return code;
        } finally {
            talk.flush();
        }
    }

    private static int execute(String[] args, InputStream in, PrintWriter data, PrintWriter talk) {
        if (List.of(args).equals(List.of("--version"))) {
            // Scripts ask this before anything else; setting up a parser would double the time that it takes.
            data.println(VersionLine.text());
            return ExitCode.OK.code();
        }
        return Commands.line(args, in).setOut(data).setErr(talk).execute(args);
    }
}
