package dev.dsctl.lint.finding;

import dev.dsctl.model.profile.Release;
import java.util.Comparator;
import java.util.List;

/**
 * Something that goes wrong with dual stack, or will.
 *
 * @param code of the check that found it, for instance {@code DS005}
 * @param severity how much it matters
 * @param subject the object to look at
 * @param detail tells several findings of a check on one object apart, the same from run to run; empty when there is but one
 * @param message one sentence: the objects, and what a user would see
 * @param fix one sentence: what to do
 * @param goneIn the first releases without it, one a line; none when no release mends it
 */
public record Finding(
        String code,
        Severity severity,
        Subject subject,
        String detail,
        String message,
        String fix,
        List<Release> goneIn) {

    /** By place, then by code. */
    public static final Comparator<Finding> ORDER = Comparator.comparing((Finding f) -> f.subject.at())
            .thenComparing(Finding::code)
            .thenComparing(Finding::key);

    public Finding {
        goneIn = List.copyOf(goneIn);
    }

    /** Of which there is but one for an object, and which no release mends. */
    public static Finding of(String code, Severity severity, Subject subject, String message, String fix) {
        return new Finding(code, severity, subject, "", message, fix, List.of());
    }

    /** The same, told apart from others about the object. */
    public Finding about(String other) {
        return new Finding(code, severity, subject, other, message, fix, goneIn);
    }

    /** The same, mended by these releases. */
    public Finding mendedIn(List<Release> releases) {
        return new Finding(code, severity, subject, detail, message, fix, releases);
    }

    /** What it is about, the same from run to run and from release to release: {@code DS005 Service shop/web [port 80]}. */
    public String key() {
        String about = code + " " + subject;
        return detail.isEmpty() ? about : about + " [" + detail + "]";
    }

    /** The releases without it; empty when no release mends it. */
    public String releases() {
        List<String> names = goneIn.stream().map(Release::toString).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
