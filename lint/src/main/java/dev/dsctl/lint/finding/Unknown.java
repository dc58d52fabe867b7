package dev.dsctl.lint.finding;

import java.util.List;

/**
 * What the input doesn't tell, and which checks could therefore not look.
 *
 * @param what one clause, for instance {@code the input has no pods}
 * @param codes of the checks, in order
 */
public record Unknown(String what, List<String> codes) {

    public Unknown {
        codes = List.copyOf(codes);
    }

    /** {@code the input has no pods: DS006, DS013 not looked at}. */
    @Override
    public String toString() {
        return what + ": " + String.join(", ", codes) + " not looked at";
    }
}
