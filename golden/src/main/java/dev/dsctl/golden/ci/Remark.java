package dev.dsctl.golden.ci;

import dev.dsctl.model.manifest.SourceRef;
import java.util.Optional;

/**
 * One remark about the repository that was checked, at a place in it.
 *
 * @param rule what kind of remark it is
 * @param level how much it matters
 * @param title a few words
 * @param message all of it, one or more lines
 * @param at where; empty when it has no place
 * @param subject what it is about, the same from run to run
 */
public record Remark(Rule rule, Level level, String title, String message, Optional<SourceRef> at, String subject) {}
