package dev.dsctl.model.schema;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Suggestion {

    private static final int FARTHEST = 2;

    private Suggestion() {}

    /** The known name that is closest to what was written, none when all are far from it. */
    static Optional<String> of(String written, Collection<String> known) {
        String best = null;
        int closest = FARTHEST + 1;
        for (String name : known) {
            int distance = distance(bare(written), bare(name));
            boolean nearer = distance < closest || (distance == closest && best != null && name.compareTo(best) < 0);
            if (nearer && distance * 3 <= name.length()) {
                best = name;
                closest = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code (did you mean "host"?)} with a space before it, or nothing. */
    static String text(String written, Collection<String> known) {
        return of(written, known)
                .map(name -> " (did you mean \"" + name + "\"?)")
                .orElse("");
    }

    /** Without what snake_case and capitals make of a name. */
    private static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-') {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }

    /** Letters to insert, remove, replace or swap with the next one. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FARTHEST) {
            return FARTHEST + 1;
        }
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : least(table, a, i, b, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int least(int[][] table, String a, int i, String b, int j) {
        int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
