package dev.dsctl.golden.tree;

/**
 * An immutable JSON value that remembers its line.
 *
 * <p>Diffs work on this and not on protobuf messages: an {@code Any} of a type nobody here knows, a field newer than the Envoy API in use
 * and a hand-edited golden file with an invalid enum are all comparable, and each value has a place in a file.
 *
 * <p>Values are equal when they mean the same: the order of keys and the line don't count, nor does {@code 5.0} differ from {@code 5}.
 * The hash is computed once, so that telling two large trees apart is cheap.
 */
public sealed interface Json permits JsonObject, JsonArray, JsonScalar {

    /** 1-based line in the file the value was read from, 0 when it was not read from a file. */
    int line();
}
