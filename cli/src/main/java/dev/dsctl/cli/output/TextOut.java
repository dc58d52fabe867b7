package dev.dsctl.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where commands print: UTF-8 text, and for those that print much, the bytes behind it. Nothing is thrown when it can't be
 * written; what follows is dropped, and {@link #failure} tells at the end.
 */
public final class TextOut extends PrintWriter {

    private final Sink sink;

    /** Prints to a stream. */
    public TextOut(OutputStream out) {
        this(new Sink(out));
    }

    private TextOut(Sink sink) {
        super(new OutputStreamWriter(sink, StandardCharsets.UTF_8));
        this.sink = sink;
    }

    /** The stream behind a command's writer, after everything printed so far. */
    public static OutputStream bytes(PrintWriter out) {
        out.flush();
        return ((TextOut) out).sink;
    }

    /** Why not all was written; empty when all was, or when the reader had enough and went away. */
    public Optional<String> failure() {
        return Optional.ofNullable(sink.failure).filter(reason -> !reason.equals("Broken pipe"));
    }

    private static final class Sink extends OutputStream {

        private final OutputStream out;
        private String failure;

        Sink(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (failure != null) {
                return;
            }
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
            }
        }
    }
}
