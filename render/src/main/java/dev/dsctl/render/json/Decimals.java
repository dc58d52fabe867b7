package dev.dsctl.render.json;

import java.math.BigDecimal;

/** Numbers that needn't be whole, as text. */
final class Decimals {

    private static final double SMALL = 1e-6;
    private static final double LARGE = 1e21;

    private Decimals() {}

    /** As JavaScript prints a number. */
    static String text(BigDecimal exact, double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = exact.stripTrailingZeros();
        double size = Math.abs(value);
        return size >= SMALL && size < LARGE ? digits.toPlainString() : exponential(digits);
    }

    /** One digit, the other digits after a point, and the exponent with its sign. */
    static String exponential(BigDecimal digits) {
        String mantissa = digits.unscaledValue().toString();
        int sign = mantissa.startsWith("-") ? 1 : 0;
        int exponent = mantissa.length() - sign - 1 - digits.scale();
        String rest = mantissa.substring(sign + 1);
        return mantissa.substring(0, sign + 1)
                + (rest.isEmpty() ? "" : "." + rest)
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }
}
