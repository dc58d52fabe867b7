package dev.dsctl.model.traffic;

/**
 * What a text must look like ({@code StringMatch}).
 *
 * @param kind how {@code value} is compared
 * @param value empty for {@link Kind#ANY}
 */
public record StringMatch(Kind kind, String value) {

    /** Any text will do, as long as there is one. */
    public static final StringMatch ANY = new StringMatch(Kind.ANY, "");

    /** How texts are compared. */
    public enum Kind {
        EXACT,
        PREFIX,
        /** RE2 syntax. */
        REGEX,
        /** Nothing was written to compare with. */
        ANY
    }

    /** Whether every text matches; {@code *} isn't a regular expression but was always taken for one that matches everything. */
    public boolean matchesAny() {
        return kind == Kind.ANY || (kind == Kind.REGEX && value.equals("*"));
    }
}
