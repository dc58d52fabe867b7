package dev.dsctl.model.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How what a release does goes on in later ones. */
public final class ReleaseHistory {

    private ReleaseHistory() {}

    /**
     * The releases in which something goes away that holds at a profile: of each line, its own one first, the first release from which on it no
     * longer holds, up to the line that never has it. None when the newest release still has it, or the profile is no release.
     */
    public static List<Release> endOf(Predicate<IstioProfile> what, IstioProfile now) {
        if (!Character.isDigit(now.release().charAt(0)) || what.test(IstioProfiles.newest())) {
            return List.of();
        }
        Release from = Release.of(now.release());
        List<Release> newest = IstioProfiles.newestOfLines();
        List<Release> ends = new ArrayList<>();
        boolean neverLater = true;
        for (int i = newest.size() - 1; i >= 0 && newest.get(i).minor() >= from.minor(); i--) {
            Release last = newest.get(i);
            int first = last.minor() == from.minor() ? from.patch() : 0;
            int end = endIn(last, first, what);
            if (end == 0 && neverLater) {
                // The line that never has it, and of those only the oldest.
                ends.clear();
            }
            neverLater &= end == 0;
            if (end <= last.patch()) {
                ends.add(0, new Release(last.minor(), end));
            }
        }
        return List.copyOf(ends);
    }

    /** The patch from which on a line no longer has it; beyond the line's last one when it always has. */
    private static int endIn(Release last, int first, Predicate<IstioProfile> what) {
        int end = last.patch() + 1;
        while (end > first && !what.test(IstioProfiles.named(new Release(last.minor(), end - 1).toString()))) {
            end--;
        }
        return end;
    }
}
