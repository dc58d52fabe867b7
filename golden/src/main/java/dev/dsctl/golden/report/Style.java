package dev.dsctl.golden.report;

/** How text is coloured. */
public enum Style {
    /** Not at all. */
    PLAIN,
    /** With ANSI escapes. */
    ANSI;

    /** What was there before, and errors. */
    public String removed(String text) {
        return colored("31", text);
    }

    /** What is there now. */
    public String added(String text) {
        return colored("32", text);
    }

    /** Where something is. */
    public String place(String text) {
        return colored("36", text);
    }

    /** What stands out. */
    public String strong(String text) {
        return colored("1", text);
    }

    /** What is suspicious. */
    public String suspicious(String text) {
        return colored("33", text);
    }

    private String colored(String code, String text) {
        return this == PLAIN ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
