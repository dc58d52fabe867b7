package dev.dsctl.cli.output;

import java.util.Locale;

/** The values of {@code -o}. */
public enum OutputFormat {
    /** Messages as protobuf JSON. */
    JSON,
    /** The same as YAML. */
    YAML,
    /** istioctl's tables. */
    SHORT,
    /** What Envoy's admin interface would show, for tools that read that. */
    CONFIG_DUMP;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
