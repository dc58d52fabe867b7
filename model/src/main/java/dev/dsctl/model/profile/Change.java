package dev.dsctl.model.profile;

import java.util.Arrays;
import java.util.List;

/**
 * A choice that releases made at some point.
 *
 * @param choice the choice that holds from then on
 * @param summary one sentence for {@code dsctl profiles}: what a proxy gets from then on
 * @param source where that was learned: Istio path @ tag, or release note
 * @param since none in what was never released; else the first releases that have it, one a release line for fixes that were ported back; the highest one holds for all later
 *     lines, the others until the end of their own line
 */
public record Change(Choice choice, String summary, String source, List<Release> since) {

    static Change of(Choice choice, String summary, String source, String... since) {
        return new Change(
                choice,
                summary,
                source,
                Arrays.stream(since).map(Release::of).sorted().toList());
    }

    /** Whether a release has the change, if no later change took it back. */
    boolean appliesTo(Release release) {
        Release last = since.get(since.size() - 1);
        return release.compareTo(last) >= 0
                || since.stream().anyMatch(s -> s.minor() == release.minor() && s.patch() <= release.patch());
    }
}
