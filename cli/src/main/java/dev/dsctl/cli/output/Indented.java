package dev.dsctl.cli.output;

import java.io.IOException;

/** Puts blanks before each line that isn't empty. */
final class Indented implements Appendable {

    private final Appendable out;
    private final String blanks;
    private boolean atStart = true;

    Indented(Appendable out, int width) {
        this.out = out;
        this.blanks = " ".repeat(width);
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        for (int i = start; i < end; i++) {
            append(text.charAt(i));
        }
        return this;
    }

    @Override
    public Appendable append(char c) throws IOException {
        if (atStart && c != '\n') {
            out.append(blanks);
        }
        atStart = c == '\n';
        out.append(c);
        return this;
    }
}
