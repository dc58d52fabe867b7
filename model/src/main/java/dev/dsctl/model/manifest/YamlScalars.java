package dev.dsctl.model.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Types scalars as kubectl does, which reads YAML 1.1: {@code yes}, {@code no}, {@code on}, {@code off}, {@code y} and {@code n} are
 * booleans, {@code 010} is eight, and there are no base 60 numbers. Source: resolve.go of sigs.k8s.io/yaml/goyaml.v2.
 */
final class YamlScalars {

    /** Beyond this a double doesn't tell whole numbers apart. */
    private static final double EXACT = 1L << 53;

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    private YamlScalars() {}

    /** A scalar that can't have the type its tag asks for. */
    static final class BadScalar extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadScalar(String message) {
            super(message, null, false, false);
        }
    }

    /** The value of a scalar with an explicit tag. */
    static Object tagged(String tag, String text) {
        if (!tag.startsWith(STANDARD_TAG)) {
            return text;
        }
        String type = tag.substring(STANDARD_TAG.length());
        Object value = switch (type) {
            case "binary" -> decoded(text);
            case "null", "bool", "int", "float" -> plain(text);
            default -> text;
        };
        boolean fits = switch (type) {
            case "null" -> value == null;
            case "bool" -> value instanceof Boolean;
            case "int" -> value instanceof Long;
            case "float" -> value instanceof Number;
            default -> true;
        };
        if (!fits) {
            throw new BadScalar("'" + text + "' is not a !!" + type);
        }
        return value;
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadScalar("!!binary value is not base64");
        }
    }

    /** The value of a plain scalar: a String, Boolean, Long, Double or null. */
    static Object plain(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+') {
            return number(text);
        }
        return switch (first) {
            case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(text);
            case '.' -> dotted(text);
            default -> text;
        };
    }

    private static Object word(String text) {
        if (text.length() > 5) {
            return text;
        }
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> Boolean.TRUE;
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> Boolean.FALSE;
            case "~", "null", "Null", "NULL" -> null;
            default -> text;
        };
    }

    private static Object dotted(String text) {
        return switch (text) {
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            case ".inf", ".Inf", ".INF" -> Double.POSITIVE_INFINITY;
            default -> isFloat(text) && isFinite(text) ? decimal(text) : text;
        };
    }

    private static Object number(String text) {
        switch (text) {
            case "+.inf", "+.Inf", "+.INF":
                return Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF":
                return Double.NEGATIVE_INFINITY;
            default:
                break;
        }
        if (!mayBeNumber(text)) {
            return text;
        }
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        Object whole = integer(digits);
        if (whole != null) {
            return whole;
        }
        return isFloat(digits) && isFinite(digits) ? decimal(digits) : text;
    }

    /** Sorts out addresses, dates, versions and the like before anything is tried. */
    private static boolean mayBeNumber(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (c == '.') {
                dots++;
            } else if (!digit && "+-_xXoO".indexOf(c) < 0) {
                return false;
            }
        }
        return dots <= 1;
    }

    /** Go's {@code strconv.ParseInt(s, 0, 64)}, then {@code ParseUint}. Null when it is no such number. */
    private static Object integer(String text) {
        int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int start = sign;
        int radix = 10;
        if (text.length() > start + 1 && text.charAt(start) == '0') {
            switch (text.charAt(start + 1)) {
                case 'x', 'X' -> radix = 16;
                case 'o', 'O' -> radix = 8;
                case 'b', 'B' -> radix = 2;
                default -> {
                    radix = 8;
                    start -= 1;
                }
            }
            start += 2;
        }
        if (start == text.length()) {
            return null;
        }
        for (int i = start; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), radix) < 0) {
                return null;
            }
        }
        try {
            String digits = text.substring(start);
            return Long.valueOf(sign > 0 ? text.charAt(0) + digits : digits, radix);
        } catch (NumberFormatException e) {
            return tooBig(text, start, radix);
        }
    }

    private static Object tooBig(String text, int start, int radix) {
        try {
            long bits = Long.parseUnsignedLong(text.substring(start), radix);
            return text.charAt(0) == '-' || text.charAt(0) == '+' ? null : Double.valueOf(Long.toUnsignedString(bits));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?} */
    private static boolean isFloat(String text) {
        int at = signEnd(text, 0);
        int whole = digitsEnd(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digitsEnd(text, end + 1);
            if (whole == at && end == whole + 1) {
                return false;
            }
        } else if (whole == at) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = signEnd(text, end + 1);
            end = digitsEnd(text, exponent);
            return end > exponent && end == text.length();
        }
        return end == text.length();
    }

    private static boolean isFinite(String text) {
        return !Double.isInfinite(Double.parseDouble(text));
    }

    private static int signEnd(String text, int from) {
        return from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** A decimal number; a whole one is a Long, because on its way to the API server {@code 80.0} becomes {@code 80}. */
    static Object decimal(String text) {
        double value = Double.parseDouble(text);
        return value == Math.rint(value) && Math.abs(value) <= EXACT ? (Object) (long) value : (Object) value;
    }
}
