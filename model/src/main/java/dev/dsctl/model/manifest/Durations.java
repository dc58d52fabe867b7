package dev.dsctl.model.manifest;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Durations as Istio's and Kubernetes' APIs write them: {@code 5s}, {@code 1h30m}, {@code 1.5s}. Source: {@code time.ParseDuration} of Go. */
public final class Durations {

    private static final BigDecimal NANOS_IN_SECOND = BigDecimal.valueOf(1_000_000_000);

    private Durations() {}

    /** A field that has a duration, none when absent; a text that isn't one is recorded as an error. */
    public static Optional<Duration> of(Fields fields, String key) {
        String text = fields.string(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> duration = parse(text);
        if (duration.isEmpty()) {
            fields.error(key, "expected a duration such as 5s or 1m30s, found '" + text + "'");
        }
        return duration;
    }

    /** The duration, or none if the text isn't one. */
    public static Optional<Duration> parse(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String parts = signed ? text.substring(1) : text;
        if (parts.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        BigDecimal nanos = parts.isEmpty() ? null : BigDecimal.ZERO;
        int at = 0;
        while (nanos != null && at < parts.length()) {
            int unit = end(parts, at, true);
            int next = end(parts, unit, false);
            BigDecimal part = part(parts.substring(at, unit), parts.substring(unit, next));
            nanos = part == null ? null : nanos.add(part);
            at = next;
        }
        return Optional.ofNullable(nanos).map(n -> duration(text.startsWith("-") ? n.negate() : n));
    }

    private static int end(String text, int from, boolean number) {
        int at = from;
        while (at < text.length() && number == isNumeric(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNumeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private static BigDecimal part(String number, String unit) {
        long nanos = switch (unit) {
            case "ns" -> 1L;
            case "us", "\u00b5s", "\u03bcs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0L;
        };
        boolean decimal =
                number.indexOf('.') == number.lastIndexOf('.') && number.length() > (number.indexOf('.') >= 0 ? 1 : 0);
        return nanos == 0 || !decimal ? null : new BigDecimal(number).multiply(BigDecimal.valueOf(nanos));
    }

    private static Duration duration(BigDecimal nanos) {
        BigDecimal[] parts = nanos.divideAndRemainder(NANOS_IN_SECOND);
        return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
    }
}
