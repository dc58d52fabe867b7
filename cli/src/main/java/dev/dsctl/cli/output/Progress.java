package dev.dsctl.cli.output;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says on one line of a terminal how far slow work has come. */
public class Progress {

    /** Says nothing: where nobody watches. */
    public static final Progress SILENT = new Progress(null);

    private final PrintWriter err;
    private final Map<String, Integer> counts = new TreeMap<>();

    private boolean shown;

    private Progress(PrintWriter err) {
        this.err = err;
    }

    /** On stderr when it is a terminal. */
    public static Progress on(PrintWriter err) {
        return System.console() == null ? SILENT : new Progress(err);
    }

    /** So many more objects of a kind were read. */
    public synchronized void read(String plural, int more) {
        if (err == null) {
            return;
        }
        counts.merge(plural, more, Integer::sum);
        String text = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        shown = true;
        line("reading the cluster: " + text);
    }

    /** So many of all steps of some work are done. */
    public synchronized void step(String work, int done, int all) {
        if (err != null) {
            shown = true;
            line(work + ": " + done + " of " + all);
        }
    }

    /** Takes the line away. */
    public synchronized void done() {
        if (shown) {
            line("");
        }
    }

    private void line(String text) {
        err.print("\r\u001b[2K" + text);
        err.flush();
    }
}
