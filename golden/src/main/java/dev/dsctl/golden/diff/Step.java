package dev.dsctl.golden.diff;

/** One step of a {@link FieldPath}. */
public sealed interface Step {

    /** Into an object, by key. */
    record Key(String name) implements Step {}

    /**
     * Into a list.
     *
     * @param label what names the element in both versions of the list; empty when nothing does
     * @param before index in the first side's list, -1 when it isn't there
     * @param after index in the second side's list, -1 when it isn't there
     */
    record Element(String label, int before, int after) implements Step {

        /** The label, or the index where there is none (the second side's where both have the element). */
        public String text() {
            return label.isEmpty() ? Integer.toString(after >= 0 ? after : before) : label;
        }
    }
}
