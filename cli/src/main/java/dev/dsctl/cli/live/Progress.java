package dev.dsctl.cli.live;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says on one line of a terminal how far reading has come. */
class Progress {

    /** Says nothing: where nobody watches. */
    static final Progress SILENT = new Progress(null);

    private final PrintWriter err;
    private final Map<String, Integer> counts = new TreeMap<>();

    private Progress(PrintWriter err) {
        this.err = err;
    }

    /** On stderr when it is a terminal. */
    static Progress on(PrintWriter err) {
        return System.console() == null ? SILENT : new Progress(err);
    }

    /** So many more objects of a kind were read. */
    synchronized void read(String plural, int more) {
        if (err == null) {
            return;
        }
        counts.merge(plural, more, Integer::sum);
        String text = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        line("reading the cluster: " + text);
    }

    /** Takes the line away. */
    synchronized void done() {
        if (err != null && !counts.isEmpty()) {
            line("");
        }
    }

    private void line(String text) {
        err.print("\r\u001b[2K" + text);
        err.flush();
    }
}
