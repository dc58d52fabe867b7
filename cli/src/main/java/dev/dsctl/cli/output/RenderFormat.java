package dev.dsctl.cli.output;

import java.util.Locale;

/** The values of {@code -o} where something is rendered. */
public enum RenderFormat {
    /** {@link OutputFormat#JSON}. */
    JSON,
    /** {@link OutputFormat#YAML}. */
    YAML,
    /** {@link OutputFormat#SHORT}. */
    SHORT,
    /** {@link OutputFormat#CONFIG_DUMP}. */
    CONFIG_DUMP,
    /** What an Envoy starts from. */
    ENVOY;

    /** The format of the same name; there is none for {@link #ENVOY}, which is more than a snapshot. */
    public OutputFormat ofSnapshots() {
        return OutputFormat.valueOf(name());
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
