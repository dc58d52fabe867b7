package dev.dsctl.golden.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The longest common subsequence of two lists of numbers. */
final class Subsequence {

    /** Above this many cells the table is not worth its memory, and an increasing run of first matches does. */
    private static final long TABLE_LIMIT = 1_000_000;

    private Subsequence() {}

    /** Pairs of indices that hold the same number, both increasing. */
    static List<int[]> longestCommon(int[] a, int[] b) {
        int start = 0;
        while (start < a.length && start < b.length && a[start] == b[start]) {
            start++;
        }
        int endA = a.length;
        int endB = b.length;
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
            endA--;
            endB--;
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            pairs.add(new int[] {i, i});
        }
        int[] middleA = Arrays.copyOfRange(a, start, endA);
        int[] middleB = Arrays.copyOfRange(b, start, endB);
        boolean small = (long) middleA.length * middleB.length <= TABLE_LIMIT;
        for (int[] pair : small ? byTable(middleA, middleB) : byFirstMatch(middleA, middleB)) {
            pairs.add(new int[] {pair[0] + start, pair[1] + start});
        }
        for (int i = endA; i < a.length; i++) {
            pairs.add(new int[] {i, i - endA + endB});
        }
        return pairs;
    }

    private static List<int[]> byTable(int[] a, int[] b) {
        int[][] length = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                pairs.add(new int[] {i++, j++});
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** Exact where no number repeats; near enough where some do. */
    private static List<int[]> byFirstMatch(int[] a, int[] b) {
        Map<Integer, Integer> firstInB = new HashMap<>();
        for (int j = b.length - 1; j >= 0; j--) {
            firstInB.put(b[j], j);
        }
        List<int[]> matches = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            Integer j = firstInB.remove(a[i]);
            if (j != null) {
                matches.add(new int[] {i, j});
            }
        }
        return longestIncreasing(matches);
    }

    /** The longest run of matches whose second index increases, in n log n. */
    private static List<int[]> longestIncreasing(List<int[]> matches) {
        int[] tails = new int[matches.size()];
        int[] previous = new int[matches.size()];
        int size = 0;
        for (int m = 0; m < matches.size(); m++) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (matches.get(tails[middle])[1] < matches.get(m)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[m] = low == 0 ? -1 : tails[low - 1];
            tails[low] = m;
            size = Math.max(size, low + 1);
        }
        List<int[]> run = new ArrayList<>();
        for (int m = size == 0 ? -1 : tails[size - 1]; m >= 0; m = previous[m]) {
            run.add(0, matches.get(m));
        }
        return run;
    }
}
