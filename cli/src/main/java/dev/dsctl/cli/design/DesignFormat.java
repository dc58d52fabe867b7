package dev.dsctl.cli.design;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** The values of {@code -o} where designs are compared. */
public enum DesignFormat {
    /** A row for each design. */
    TABLE,
    /** The same for programs. */
    JSON,
    /** A chart. */
    SVG;

    /** Prints a comparison. */
    public void print(DesignComparison comparison, PrintWriter out) throws IOException {
        switch (this) {
            case TABLE -> DesignTable.print(comparison, out);
            case JSON -> DesignJson.print(comparison, out);
            case SVG -> DesignChart.print(comparison, out);
        }
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
