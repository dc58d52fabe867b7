package dev.dsctl.golden.ci;

/**
 * A kind of remark.
 *
 * @param id stable, for instance {@code resource-changed}
 * @param text one sentence
 * @param level how much such remarks matter unless they say otherwise
 * @param help a page about it in Markdown, empty when there is none
 */
public record Rule(String id, String text, Level level, String help) {}
