package dev.dsctl.model.manifest;

import java.nio.charset.StandardCharsets;

/**
 * Gives equal strings one identity. Manifests say {@code metadata}, {@code TCP} and {@code default} a hundred thousand times; a small
 * table that forgets catches nearly all of them and can't grow.
 */
final class Strings {

    private static final int SLOTS = 4096;
    private static final int LONGEST = 64;

    private final String[] seen = new String[SLOTS];

    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
        String before = seen[slot];
        if (text.equals(before)) {
            return before;
        }
        seen[slot] = text;
        return text;
    }

    /** The string of ASCII bytes, made only when it isn't known. */
    String shared(byte[] ascii, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(ascii, from, length, StandardCharsets.ISO_8859_1);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + ascii[i];
        }
        int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
        String before = seen[slot];
        if (before != null && before.hashCode() == hash && isSame(before, ascii, from, length)) {
            return before;
        }
        String text = new String(ascii, from, length, StandardCharsets.ISO_8859_1);
        seen[slot] = text;
        return text;
    }

    private static boolean isSame(String text, byte[] ascii, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != ascii[from + i]) {
                return false;
            }
        }
        return true;
    }
}
