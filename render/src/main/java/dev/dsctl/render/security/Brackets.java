package dev.dsctl.render.security;

import java.util.ArrayList;
import java.util.List;

/** Names in the brackets of a condition's key. Source: pilot/pkg/security/authz/model/util.go. */
final class Brackets {

    private Brackets() {}

    /** {@code x-token} of {@code [x-token]}. */
    static String name(String bracketed) {
        if (!bracketed.startsWith("[") || !bracketed.endsWith("]")) {
            throw new UnsupportedRuleException("expected [NAME], found " + bracketed);
        }
        return StringMatchers.trimPrefix(StringMatchers.trimSuffix(bracketed, "]"), "[");
    }

    /** {@code a} and {@code b} of {@code [a][b]}; anything else is one name. */
    static List<String> names(String bracketed) {
        List<String> names = new ArrayList<>();
        int begin = 0;
        while (begin < bracketed.length()) {
            int end = bracketed.indexOf(']', begin);
            boolean closed = bracketed.charAt(begin) == '[' && end > begin;
            if (!closed || bracketed.substring(begin + 1, end).indexOf('[') >= 0) {
                return List.of(name(bracketed));
            }
            names.add(bracketed.substring(begin + 1, end));
            begin = end + 1;
        }
        return names;
    }
}
