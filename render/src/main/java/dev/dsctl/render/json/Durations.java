package dev.dsctl.render.json;

import com.google.protobuf.Duration;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Durations as protobuf JSON has them: decimal seconds with an {@code s}, and 0, 3, 6 or 9 digits after the point. */
final class Durations {

    private static final int SECOND = 1_000_000_000;

    private Durations() {}

    static String text(long seconds, int signedNanos) {
        int nanos = Math.abs(signedNanos);
        String sign = seconds < 0 || signedNanos < 0 ? "-" : "";
        String whole = sign + Math.abs(seconds);
        if (nanos == 0) {
            return whole + "s";
        }
        String fraction = String.valueOf(SECOND + nanos).substring(1);
        int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        return whole + "." + fraction.substring(0, digits) + "s";
    }

    /** @throws NumberFormatException when the text isn't a duration */
    static Duration of(String text) {
        if (!Syntax.PATTERN.matcher(text).matches()) {
            throw new NumberFormatException("not a duration");
        }
        BigDecimal seconds = new BigDecimal(text.substring(0, text.length() - 1));
        return Duration.newBuilder()
                .setSeconds(seconds.longValue())
                .setNanos(seconds.remainder(BigDecimal.ONE).movePointRight(9).intValue())
                .build();
    }

    /** Compiled only when something is read. */
    private static final class Syntax {
        private static final Pattern PATTERN = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?s");
    }
}
