package dev.dsctl.golden.report;

import java.io.IOException;

/** A format that differences are reported in. */
public interface Report {

    /** Writes the whole report. */
    void write(Findings findings, Appendable out) throws IOException;
}
