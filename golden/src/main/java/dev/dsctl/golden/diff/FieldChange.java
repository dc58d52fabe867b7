package dev.dsctl.golden.diff;

import dev.dsctl.golden.tree.Json;

/**
 * One difference inside a resource that both sides have.
 *
 * @param path where
 * @param change what happened to the value there
 * @param before the first side's value; null when added; for a reordered list the names of the common elements in order
 * @param after the second side's value; null when removed; for a reordered list the names of the common elements in order
 * @param lines where the value (or the closest thing around it that is there) stands in the files of both sides
 */
public record FieldChange(FieldPath path, Change change, Json before, Json after, Lines lines) {

    /**
     * 1-based lines, 0 for a side that is not a file.
     *
     * @param before in the first side's file
     * @param after in the second side's file
     */
    public record Lines(int before, int after) {}
}
