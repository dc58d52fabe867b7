package dev.dsctl.render.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which plain words YAML 1.1 would read as something other than text, as Go's yaml v2 does. */
final class YamlResolve {

    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
            "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", ".nan", ".NaN", ".NAN", ".inf",
            ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern BASED = Pattern.compile("[-+]?0([xX][0-9a-fA-F]+|[oO]?[0-7]+|[bB][01]+)");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}([.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})"
            + "| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}([.,][0-9]+)?)?");

    private YamlResolve() {}

    static boolean isText(String word) {
        if (word.isEmpty()) {
            return false;
        }
        char first = word.charAt(0);
        boolean digit = first >= '0' && first <= '9';
        if (!digit && "+-.yYnNtTfFoO~".indexOf(first) < 0) {
            return true;
        }
        if (WORDS.contains(word)) {
            return false;
        }
        if (first == '.') {
            return !isFinite(word, DECIMAL);
        }
        boolean number = digit || first == '+' || first == '-';
        return !number || !isNumberOrTime(word);
    }

    private static boolean isNumberOrTime(String word) {
        String plain = word.replace("_", "");
        return isFinite(plain, DECIMAL)
                || BASED.matcher(plain).matches()
                || BASE_60.matcher(word).matches()
                || isTimestamp(word);
    }

    private static boolean isFinite(String word, Pattern form) {
        return form.matcher(word).matches() && !Double.isInfinite(Double.parseDouble(word));
    }

    private static boolean isTimestamp(String word) {
        Matcher matcher = TIMESTAMP.matcher(word);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
