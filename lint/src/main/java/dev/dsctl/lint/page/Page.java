package dev.dsctl.lint.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The documentation of a check, as it stands in docs/lint.
 *
 * @param code {@code DS005}
 * @param text Markdown
 */
public record Page(String code, String text) {

    /** The page of a code in any case; empty when there is no such check. */
    public static Optional<Page> of(String code) {
        String name = code.toUpperCase(Locale.ROOT);
        if (!name.matches("DS\\d{3}")) {
            return Optional.empty();
        }
        try (InputStream in = Page.class.getResourceAsStream(name + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Page(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its heading says behind the code. */
    public String title() {
        String heading = text.lines().findFirst().orElse("");
        return heading.substring(heading.indexOf(code) + code.length()).replaceFirst("^:? *", "");
    }
}
