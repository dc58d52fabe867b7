package dev.dsctl.lint.suppression;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.model.manifest.SourceRef;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A wish not to be told of some findings.
 *
 * @param code of the check
 * @param objects matches the objects it is for; null for all
 * @param key of the one finding it is for, empty when objects decide
 * @param text how it was written
 * @param at where, empty when it was given on the command line
 */
public record Suppression(String code, Pattern objects, String key, String text, Optional<SourceRef> at) {

    private static final Pattern CODE = Pattern.compile("DS\\d{3}");

    /**
     * {@code CODE[=Kind namespace/name]}, where {@code *} stands for anything.
     *
     * @throws IllegalArgumentException when it isn't
     */
    public static Suppression ofOption(String text) {
        int equals = text.indexOf('=');
        String code = equals < 0 ? text : text.substring(0, equals);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("'" + text + "' isn't CODE or CODE=KIND NAMESPACE/NAME");
        }
        Pattern objects = equals < 0 ? null : glob(text.substring(equals + 1).strip());
        return new Suppression(code, objects, "", "--suppress " + text, Optional.empty());
    }

    /** Of an annotation. */
    static Suppression ofAnnotation(String code, String object, SourceRef at) {
        String text = "annotation " + Suppressions.ANNOTATION + ": " + code + " of " + object;
        return new Suppression(code, Pattern.compile(Pattern.quote(object)), "", text, Optional.of(at));
    }

    /** Of a line of a baseline. */
    static Suppression ofBaseline(String key, SourceRef at) {
        int blank = key.indexOf(' ');
        return new Suppression(blank < 0 ? key : key.substring(0, blank), null, key, key, Optional.of(at));
    }

    private static Pattern glob(String text) {
        StringBuilder pattern = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() && part.isEmpty() ? "" : Pattern.quote(part))
                    .append(".*");
        }
        pattern.setLength(pattern.length() - 2);
        return Pattern.compile(pattern.toString());
    }

    /** Whether it is for a finding. */
    boolean matches(Finding finding) {
        if (!key.isEmpty()) {
            return key.equals(finding.key());
        }
        return code.equals(finding.code())
                && (objects == null
                        || objects.matcher(finding.subject().toString()).matches());
    }

    /** {@code file:12: DS006 Service shop/web}. */
    @Override
    public String toString() {
        return at.map(place -> place + ": " + text).orElse(text);
    }
}
