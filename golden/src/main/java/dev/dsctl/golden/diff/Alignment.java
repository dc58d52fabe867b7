package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of two lists belong together, so that one insertion is one change and a renamed filter is not two.
 *
 * <p>Elements are the same when their name is (where it is unique in both lists) or else when they are equal. What is left over is paired
 * by how much it has in common, within the stretch between two matched neighbours.
 */
final class Alignment {

    /**
     * Two elements that belong together, or one that is alone.
     *
     * @param before index in the first list, -1 for an added element
     * @param after index in the second list, -1 for a removed element
     */
    record Pair(int before, int after) {}

    private final int[] partner;
    private final int afterSize;
    private final boolean[] taken;

    private Alignment(int beforeSize, int afterSize) {
        this.partner = new int[beforeSize];
        Arrays.fill(partner, -1);
        this.afterSize = afterSize;
        this.taken = new boolean[afterSize];
    }

    /** Of lists whose order means something. */
    static Alignment ordered(List<Json> before, List<Json> after) {
        Alignment alignment = new Alignment(before.size(), after.size());
        int[][] ids = ids(before, after);
        for (int[] match : Subsequence.longestCommon(ids[0], ids[1])) {
            alignment.pair(match[0], match[1]);
        }
        int[] anchors = alignment.partner.clone();
        alignment.pairEqual(ids);
        alignment.pairInGaps(anchors, before, after);
        return alignment;
    }

    /** Of lists that are really sets. */
    static Alignment free(List<Json> before, List<Json> after) {
        Alignment alignment = new Alignment(before.size(), after.size());
        alignment.pairEqual(ids(before, after));
        List<Integer> left = alignment.unpaired(0, before.size());
        List<Integer> right = alignment.untaken(0, after.size());
        for (int[] match : Similarity.freePairs(elements(before, left), elements(after, right))) {
            alignment.pair(left.get(match[0]), right.get(match[1]));
        }
        return alignment;
    }

    private void pair(int before, int after) {
        partner[before] = after;
        taken[after] = true;
    }

    /** A number for each element, equal for elements that are the same. */
    private static int[][] ids(List<Json> before, List<Json> after) {
        Map<String, Integer> namesBefore = counts(before);
        Map<String, Integer> namesAfter = counts(after);
        Map<Object, Integer> known = new HashMap<>();
        int[][] ids = {new int[before.size()], new int[after.size()]};
        List<List<Json>> sides = List.of(before, after);
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < ids[side].length; i++) {
                Json element = sides.get(side).get(i);
                String label = Labels.of(element);
                boolean named = namesBefore.getOrDefault(label, 0) == 1 && namesAfter.getOrDefault(label, 0) == 1;
                ids[side][i] = known.computeIfAbsent(named ? label : element, key -> known.size());
            }
        }
        return ids;
    }

    private static Map<String, Integer> counts(List<Json> elements) {
        Map<String, Integer> counts = new HashMap<>();
        for (Json element : elements) {
            String label = Labels.of(element);
            if (!label.isEmpty()) {
                counts.merge(label, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Pairs what is the same wherever it stands. */
    private void pairEqual(int[][] ids) {
        Map<Integer, Deque<Integer>> open = new HashMap<>();
        for (int j = 0; j < afterSize; j++) {
            if (!taken[j]) {
                open.computeIfAbsent(ids[1][j], id -> new ArrayDeque<>()).add(j);
            }
        }
        for (int i = 0; i < partner.length; i++) {
            Deque<Integer> same = partner[i] < 0 ? open.get(ids[0][i]) : null;
            if (same != null && !same.isEmpty()) {
                pair(i, same.remove());
            }
        }
    }

    private void pairInGaps(int[] anchors, List<Json> before, List<Json> after) {
        int i = 0;
        int j = 0;
        for (int next = 0; next <= anchors.length; next++) {
            boolean end = next == anchors.length;
            if (end || anchors[next] >= 0) {
                int until = end ? afterSize : anchors[next];
                List<Integer> left = unpaired(i, next);
                List<Integer> right = untaken(j, until);
                for (int[] match : Similarity.orderedPairs(elements(before, left), elements(after, right))) {
                    pair(left.get(match[0]), right.get(match[1]));
                }
                i = next + 1;
                j = until + 1;
            }
        }
    }

    private List<Integer> unpaired(int from, int to) {
        List<Integer> open = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (partner[i] < 0) {
                open.add(i);
            }
        }
        return open;
    }

    private List<Integer> untaken(int from, int to) {
        List<Integer> open = new ArrayList<>();
        for (int j = from; j < to; j++) {
            if (!taken[j]) {
                open.add(j);
            }
        }
        return open;
    }

    private static List<Json> elements(List<Json> all, List<Integer> indices) {
        return indices.stream().map(all::get).toList();
    }

    /** Pairs and single elements, as a reader of the second list would meet them. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        int lastAfter = -1;
        Map<Pair, Integer> place = new HashMap<>();
        for (int i = 0; i < partner.length; i++) {
            Pair pair = new Pair(i, partner[i]);
            lastAfter = partner[i] < 0 ? lastAfter : partner[i];
            place.put(pair, lastAfter);
            pairs.add(pair);
        }
        for (int j = 0; j < afterSize; j++) {
            if (!taken[j]) {
                Pair pair = new Pair(-1, j);
                place.put(pair, j);
                pairs.add(pair);
            }
        }
        pairs.sort(Comparator.<Pair>comparingInt(place::get).thenComparingInt(pair -> pair.after() < 0 ? 1 : 0));
        return pairs;
    }

    /** Whether the elements that both lists have stand in another order. */
    boolean isReordered() {
        int last = -1;
        for (int after : partner) {
            if (after >= 0 && after < last) {
                return true;
            }
            last = Math.max(last, after);
        }
        return false;
    }
}
