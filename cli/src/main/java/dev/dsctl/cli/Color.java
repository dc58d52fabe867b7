package dev.dsctl.cli;

import picocli.CommandLine.Help.Ansi;

/** When output is coloured. Constants are written as the option's values are. */
enum Color {
    auto,
    always,
    never;

    /** How to colour; {@code auto} leaves it to the terminal, {@code NO_COLOR} and their like. */
    Ansi ansi() {
        return switch (this) {
            case auto -> Ansi.AUTO;
            case always -> Ansi.ON;
            case never -> Ansi.OFF;
        };
    }
}
