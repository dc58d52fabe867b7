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
        Release[] releases = new Release[since.length];
        for (int i = 0; i < since.length; i++) {
            releases[i] = Release.of(since[i]);
        }
        Arrays.sort(releases);
        return new Change(choice, summary, source, List.of(releases));
    }

    /** Whether a release has the change, if no later change took it back. */
    boolean appliesTo(Release release) {
        for (Release first : since) {
            if (first.minor() == release.minor() && first.patch() <= release.patch()) {
                return true;
            }
        }
        return release.compareTo(since.get(since.size() - 1)) >= 0;
    }
}
