package dev.dsctl.render.route;

import java.util.ArrayList;
import java.util.List;

/**
 * When a request is sent again. Source: {@code parseRetryOn}, pilot/pkg/networking/core/route/retry/retry.go.
 *
 * @param text Envoy's names of conditions, separated by commas
 * @param statusCodes HTTP statuses that are failures
 */
record RetryConditions(String text, List<Integer> statusCodes) {

    private static final String BY_STATUS = "retriable-status-codes";

    /** From a list of conditions and statuses, separated by commas. */
    static RetryConditions of(String retryOn) {
        List<String> names = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        for (String part : retryOn.split(",")) {
            String condition = part.strip();
            int code = code(condition);
            if (code > 0) {
                codes.add(code);
            } else if (!condition.isEmpty()) {
                names.add(condition);
            }
        }
        String text = String.join(",", names);
        return new RetryConditions(codes.isEmpty() || text.contains(BY_STATUS) ? text : text + "," + BY_STATUS, codes);
    }

    /** The HTTP status that a text stands for, 0 for none. */
    private static int code(String text) {
        boolean number = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int code = number ? Integer.parseInt(text) : 0;
        return isKnown(code) ? code : 0;
    }

    /** Whether Go's net/http has a name for it. */
    private static boolean isKnown(int code) {
        return (code >= 100 && code <= 103)
                || (code >= 200 && code <= 208)
                || code == 226
                || (code >= 300 && code <= 308 && code != 306)
                || (code >= 400 && code <= 431 && code != 419 && code != 420 && code != 427 && code != 430)
                || code == 451
                || (code >= 500 && code <= 511 && code != 509);
    }
}
