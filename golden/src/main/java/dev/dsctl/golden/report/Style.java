package dev.dsctl.golden.report;

/** How text is coloured. */
public enum Style {
    /** Not at all. */
    PLAIN,
    /** With ANSI escapes. */
    ANSI;

    String removed(String text) {
        return colored("31", text);
    }

    String added(String text) {
        return colored("32", text);
    }

    String place(String text) {
        return colored("36", text);
    }

    String strong(String text) {
        return colored("1", text);
    }

    private String colored(String code, String text) {
        return this == PLAIN ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
