package dev.dsctl.render.json;

import java.io.OutputStream;
import java.util.Arrays;

/** Takes text and tells whether it is what was expected. */
final class ExpectedText extends OutputStream {

    private final byte[] expected;
    private int at;
    private boolean differs;

    ExpectedText(byte[] expected) {
        this.expected = expected;
    }

    /** Whether all of it, and nothing else, has been written. */
    boolean isWhole() {
        return !differs && at == expected.length;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] text, int from, int length) {
        differs |=
                length > expected.length - at || !Arrays.equals(text, from, from + length, expected, at, at + length);
        at = differs ? expected.length : at + length;
    }
}
