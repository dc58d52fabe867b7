package dev.dsctl.render.json;

import java.util.Comparator;

/** The order of keys in YAML that Go writes: digits by the number they make, other signs before letters. */
final class NaturalOrder {

    static final Comparator<String> KEYS = NaturalOrder::compare;

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        for (int i = 0; i < left.length && i < right.length; i++) {
            if (left[i] != right[i]) {
                return compareFrom(left, right, i);
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int compareFrom(int[] left, int[] right, int at) {
        boolean leftIsLetter = Character.isLetter(left[at]);
        boolean rightIsLetter = Character.isLetter(right[at]);
        if (leftIsLetter || rightIsLetter) {
            return leftIsLetter && rightIsLetter ? Integer.compare(left[at], right[at]) : leftIsLetter ? 1 : -1;
        }
        // A zero that follows a number's first digit counts as a digit of it, not as a leading zero.
        long start = (left[at] == '0' || right[at] == '0') && insideNumber(left, at) ? 1 : 0;
        int leftEnd = numberEnd(left, at);
        int rightEnd = numberEnd(right, at);
        int byValue = Long.compare(number(left, at, leftEnd, start), number(right, at, rightEnd, start));
        if (byValue != 0) {
            return byValue;
        }
        return leftEnd != rightEnd ? Integer.compare(leftEnd, rightEnd) : Integer.compare(left[at], right[at]);
    }

    private static boolean insideNumber(int[] text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
            if (text[i] != '0') {
                return true;
            }
        }
        return false;
    }

    private static int numberEnd(int[] text, int from) {
        int end = from;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }

    private static long number(int[] text, int from, int end, long start) {
        long number = start;
        for (int i = from; i < end; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}
