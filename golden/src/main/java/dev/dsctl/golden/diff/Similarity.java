package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;

/** Tells a changed element from one that went and another that came. */
final class Similarity {

    /** Comparing more pairs than this would cost more than it tells: then elements went and came. */
    private static final int PAIR_LIMIT = 10_000;

    private record Candidate(int before, int after, double score) {}

    private Similarity() {}

    /** Pairs of indices, no two of them crossing: scalars by position when there are as many, the rest by what they have in common. */
    static List<int[]> orderedPairs(List<Json> before, List<Json> after) {
        if (before.size() == after.size() && areScalars(before) && areScalars(after)) {
            return byPosition(before.size());
        }
        return best(
                candidates(before, after),
                (p, q) -> Integer.signum(p.before - q.before) * Integer.signum(p.after - q.after) > 0);
    }

    /** Pairs of indices by what the elements have in common. */
    static List<int[]> freePairs(List<Json> before, List<Json> after) {
        return best(candidates(before, after), (p, q) -> p.before != q.before && p.after != q.after);
    }

    private static boolean areScalars(List<Json> elements) {
        return elements.stream().allMatch(JsonScalar.class::isInstance);
    }

    private static List<int[]> byPosition(int size) {
        List<int[]> pairs = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            pairs.add(new int[] {i, i});
        }
        return pairs;
    }

    private static List<Candidate> candidates(List<Json> before, List<Json> after) {
        if ((long) before.size() * after.size() > PAIR_LIMIT) {
            return new ArrayList<>();
        }
        List<long[]> leavesAfter = after.stream().map(Similarity::leaves).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            long[] mine = leaves(before.get(i));
            for (int j = 0; j < after.size(); j++) {
                double score = score(mine, leavesAfter.get(j));
                if (score > 0) {
                    candidates.add(new Candidate(i, j, score));
                }
            }
        }
        return candidates;
    }

    private static List<int[]> best(List<Candidate> candidates, BiPredicate<Candidate, Candidate> together) {
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(c -> Math.abs(c.before - c.after))
                .thenComparingInt(Candidate::before));
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (chosen.stream().allMatch(other -> together.test(candidate, other))) {
                chosen.add(candidate);
            }
        }
        return chosen.stream().map(c -> new int[] {c.before, c.after}).toList();
    }

    /** The share of leaves in common; 0 when less than half are, unless a single leaf is the whole difference. */
    private static double score(long[] a, long[] b) {
        int same = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                same++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        int most = Math.max(a.length, b.length);
        return most - same <= 1 || same * 2 >= most ? (same + 0.5) / most : 0;
    }

    /** A fingerprint of each leaf and of the keys that lead to it, sorted. */
    private static long[] leaves(Json element) {
        LongStream.Builder found = LongStream.builder();
        collect(element, 17, found);
        long[] leaves = found.build().toArray();
        Arrays.sort(leaves);
        return leaves;
    }

    private static void collect(Json value, long way, LongStream.Builder found) {
        if (value instanceof JsonObject object && !object.keys().isEmpty()) {
            for (int i = 0; i < object.keys().size(); i++) {
                collect(
                        object.values().get(i),
                        way * 1_000_003 + object.keys().get(i).hashCode(),
                        found);
            }
        } else if (value instanceof JsonArray array && !array.items().isEmpty()) {
            for (Json item : array.items()) {
                collect(item, way * 1_000_003 + 1, found);
            }
        } else {
            found.add(way * 1_000_003 + value.hashCode());
        }
    }
}
