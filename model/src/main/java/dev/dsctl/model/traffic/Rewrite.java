package dev.dsctl.model.traffic;

import java.util.Optional;

/**
 * What is changed in a request's address ({@code HTTPRewrite}).
 *
 * @param uri takes the place of the path or of the prefix that matched, empty for no change
 * @param authority takes the place of the host, empty for no change
 * @param regex changes parts of the path
 */
public record Rewrite(String uri, String authority, Optional<Regex> regex) {

    /**
     * Changes parts of a path.
     *
     * @param match the parts, RE2 syntax
     * @param substitution what takes their place, with {@code \1} for groups
     */
    public record Regex(String match, String substitution) {}
}
