package dev.dsctl.model.manifest;

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
}
