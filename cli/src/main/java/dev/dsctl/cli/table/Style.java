package dev.dsctl.cli.table;

import java.util.stream.Stream;

/**
 * How tables are printed.
 *
 * @param verbose a row for each filter chain or route instead of one for each listener or route configuration
 * @param named with the kind and the name of each resource in the first column, as {@code proxy-config all} has it
 * @param headings with a line above each table that says what it shows
 */
public record Style(boolean verbose, boolean named, boolean headings) {

    /** One table by itself. */
    public static final Style DEFAULT = new Style(true, false, false);

    /** One table among others. */
    public static final Style NAMED = new Style(true, true, false);

    String[] cells(String name, String... others) {
        return named ? Stream.concat(Stream.of(name), Stream.of(others)).toArray(String[]::new) : others;
    }
}
