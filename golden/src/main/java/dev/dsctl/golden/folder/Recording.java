package dev.dsctl.golden.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What recording did to a golden folder.
 *
 * @param folder the folder
 * @param added proxies that have golden files for the first time, {@code pod.namespace}
 * @param changed proxies whose files are other ones now
 * @param removed proxies that have no files any more
 * @param unchanged how many proxies' files are as they were
 */
public record Recording(Path folder, List<String> added, List<String> changed, List<String> removed, int unchanged) {

    private static final int NAMED = 5;

    /** One sentence. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        addPart(parts, added, "new");
        addPart(parts, changed, "changed");
        addPart(parts, removed, "removed");
        if (unchanged > 0 || parts.isEmpty()) {
            parts.add(unchanged + " unchanged");
        }
        return folder + ": " + String.join(", ", parts);
    }

    private static void addPart(List<String> parts, List<String> proxies, String what) {
        if (!proxies.isEmpty()) {
            String more = proxies.size() > NAMED ? ", …" : "";
            String names = String.join(", ", proxies.subList(0, Math.min(NAMED, proxies.size())));
            parts.add(proxies.size() + " " + what + " (" + names + more + ")");
        }
    }
}
