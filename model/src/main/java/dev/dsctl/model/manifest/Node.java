package dev.dsctl.model.manifest;

import java.util.List;
import java.util.Map;

/**
 * A YAML or JSON value that remembers its line.
 *
 * <p>Aliases and merge keys are resolved and scalars are typed as kubectl types them (YAML 1.1, sigs.k8s.io/yaml) by the time a node exists.
 */
public sealed interface Node {

    /** 1-based line: where the key stands for a value in a mapping, where the item begins for a value in a list. */
    int line();

    /** What the node is, for messages: {@code mapping}, {@code list}, {@code string}, {@code number}, {@code boolean} or {@code null}. */
    String type();

    /** A mapping, keys in the order written. */
    record Mapping(int line, Map<String, Node> entries) implements Node {
        @Override
        public String type() {
            return "mapping";
        }
    }

    /** A list, items in the order written. */
    record Sequence(int line, List<Node> items) implements Node {
        @Override
        public String type() {
            return "list";
        }
    }

    /**
     * A scalar.
     *
     * @param value a {@link String}, {@link Boolean}, {@link Long}, {@link Double}, or null
     * @param text the scalar as written, without quotes
     */
    record Scalar(int line, Object value, String text) implements Node {
        @Override
        public String type() {
            if (value == null) {
                return "null";
            }
            return value instanceof String ? "string" : value instanceof Boolean ? "boolean" : "number";
        }
    }
}
