package dev.dsctl.model.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Builds nodes from the events of one document: lines, aliases, merge keys and types as kubectl sees them (decode.go of
 * sigs.k8s.io/yaml/goyaml.v2), but a key that stands twice is an error.
 */
final class YamlComposer {

    /** Not yet complete: an alias to it would make a circle. */
    private static final Anchored OPEN = new Anchored(null, 0, 0);

    private final Parser parser;
    private final String text;
    private final String file;
    private final int firstLine;
    private final Strings strings;
    private final Problems problems;
    private final Map<Anchor, Anchored> anchors = new HashMap<>(0);
    private long nodes;
    private long aliased;
    private int height;

    /** A node that aliases may stand for, how many nodes it has and how deep they go. */
    private record Anchored(Node node, long nodes, int height) {
        boolean isOpen() {
            return node == null;
        }
    }

    /** @param text what the parser reads */
    YamlComposer(Parser parser, String text, String file, int firstLine, Strings strings, Problems problems) {
        this.parser = parser;
        this.text = text;
        this.file = file;
        this.firstLine = firstLine;
        this.strings = strings;
        this.problems = problems;
    }

    /** The document that begins with the next event. */
    Node document() {
        anchors.clear();
        nodes = 0;
        aliased = 0;
        return node(lineOf(parser.peekEvent()), 1);
    }

    private int lineOf(Event event) {
        return firstLine + event.getStartMark().orElseThrow().getLine();
    }

    private Node node(int line, int depth) {
        Event event = parser.next();
        if (event instanceof AliasEvent alias) {
            return aliased(alias, line, depth);
        }
        if (depth > Limits.DEPTH) {
            throw new InputFault(lineOf(event), Limits.tooDeep());
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isEmpty()) {
            return content(event, line, depth);
        }
        anchors.put(anchor.get(), OPEN);
        long before = nodes;
        Node node = content(event, line, depth);
        anchors.put(anchor.get(), new Anchored(node, nodes - before, height));
        return node;
    }

    private Node content(Event event, int line, int depth) {
        nodes++;
        return switch (event.getEventId()) {
            case Scalar -> {
                height = 1;
                yield scalar((ScalarEvent) event, line);
            }
            case SequenceStart -> sequence(line, depth);
            case MappingStart -> mapping((MappingStartEvent) event, line, depth);
            default -> throw new IllegalStateException(event.toString());
        };
    }

    private Node aliased(AliasEvent alias, int line, int depth) {
        Anchored target = anchors.get(alias.getAlias());
        String name = alias.getAlias().getValue();
        if (target == null) {
            throw new InputFault(lineOf(alias), "alias *" + name + " has no anchor &" + name + " before it");
        }
        if (target.isOpen()) {
            throw new InputFault(lineOf(alias), "alias *" + name + " contains itself");
        }
        nodes += target.nodes;
        aliased += target.nodes;
        if (aliased > Limits.ALIASED_NODES) {
            throw new InputFault(lineOf(alias), "aliases stand for more than " + Limits.ALIASED_NODES + " values");
        }
        if (depth - 1 + target.height > Limits.DEPTH) {
            throw new InputFault(lineOf(alias), Limits.tooDeep());
        }
        height = target.height;
        return at(target.node, line);
    }

    /** The same node where the alias stands. */
    private static Node at(Node node, int line) {
        if (node instanceof Node.Mapping mapping) {
            return new Node.Mapping(line, mapping.entries());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(line, sequence.items());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return new Node.Scalar(line, scalar.value(), scalar.text());
    }

    private Node scalar(ScalarEvent event, int line) {
        String text = strings.shared(event.getValue());
        return new Node.Scalar(line, valueOf(event, text), text);
    }

    private Object valueOf(ScalarEvent event, String text) {
        Optional<String> tag = event.getTag();
        if (tag.isPresent() && !tag.get().equals("!")) {
            try {
                return YamlScalars.tagged(tag.get(), text);
            } catch (YamlScalars.BadScalar e) {
                throw new InputFault(lineOf(event), e.getMessage());
            }
        }
        return event.isPlain() && tag.isEmpty() ? YamlScalars.plain(text) : text;
    }

    private Node sequence(int line, int depth) {
        List<Node> items = new ArrayList<>(2);
        int highest = 0;
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(lineOf(parser.peekEvent()), depth + 1));
            highest = Math.max(highest, height);
        }
        parser.next();
        height = highest + 1;
        return new Node.Sequence(line, List.copyOf(items));
    }

    private Node mapping(MappingStartEvent start, int line, int depth) {
        FieldMap.Builder fields = new FieldMap.Builder();
        Set<String> merged = null;
        int highest = 0;
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event event = parser.next();
            int keyLine = lineOf(event);
            if (start.isFlow() && isWord(start, event)) {
                parser.next();
                parser.next();
                String word = ((ScalarEvent) event).getValue() + ":";
                height = 1;
                return new Node.Scalar(line, word, word);
            }
            if (isMerge(event)) {
                merged = merged == null ? new HashSet<>() : merged;
                merge(fields, merged, node(keyLine, depth));
                highest = Math.max(highest, height - 1);
                continue;
            }
            String key = key(event, keyLine);
            Node before = fields.put(key, node(keyLine, depth + 1));
            highest = Math.max(highest, height);
            if (before != null && (merged == null || !merged.remove(key))) {
                problems.error(
                        new SourceRef(file, keyLine), "duplicate key \"" + key + "\", first on line " + before.line());
            }
        }
        parser.next();
        height = highest + 1;
        return new Node.Mapping(line, fields.build());
    }

    /**
     * Whether what looks like a pair in a list is a word that ends in a colon, as in {@code [fd00::, 10.96.0.7]}. That is what kubectl reads;
     * for YAML 1.2, which the parser follows, it is a mapping of {@code fd00:} to nothing.
     */
    private boolean isWord(MappingStartEvent start, Event key) {
        if (!(key instanceof ScalarEvent scalar)
                || !scalar.isPlain()
                || !(parser.peekEvent() instanceof ScalarEvent value)
                || !value.getValue().isEmpty()) {
            return false;
        }
        Mark end = key.getEndMark().orElseThrow();
        if (start.getStartMark().orElseThrow().getIndex()
                != key.getStartMark().orElseThrow().getIndex()) {
            return false;
        }
        int colon = text.offsetByCodePoints(0, end.getIndex());
        return colon + 1 < text.length() && text.charAt(colon) == ':' && ",]".indexOf(text.charAt(colon + 1)) >= 0;
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && ((scalar.isPlain() && scalar.getTag().isEmpty())
                        || scalar.getTag()
                                .filter("tag:yaml.org,2002:merge"::equals)
                                .isPresent());
    }

    /** As kubectl: what is merged takes the place of what stands before it; of several mappings the first wins. */
    private void merge(FieldMap.Builder fields, Set<String> merged, Node source) {
        List<Node> mappings = source instanceof Node.Sequence list ? list.items() : List.of(source);
        for (int i = mappings.size() - 1; i >= 0; i--) {
            if (!(mappings.get(i) instanceof Node.Mapping mapping)) {
                throw new InputFault(
                        source.line(),
                        "<< takes a mapping or a list of mappings, found a "
                                + mappings.get(i).type());
            }
            mapping.entries().forEach((key, value) -> {
                fields.put(key, value);
                merged.add(key);
            });
        }
    }

    private String key(Event event, int line) {
        if (event instanceof AliasEvent alias) {
            Node node = aliased(alias, line, 1);
            if (node instanceof Node.Scalar scalar && scalar.value() instanceof String text) {
                return text;
            }
        }
        if (!(event instanceof ScalarEvent scalar)) {
            throw new InputFault(line, "a key must be a string");
        }
        String text = strings.shared(scalar.getValue());
        Object value = valueOf(scalar, text);
        scalar.getAnchor()
                .ifPresent(anchor -> anchors.put(anchor, new Anchored(new Node.Scalar(line, value, text), 1, 1)));
        if (value == null) {
            throw new InputFault(line, "a key must be a string, found null");
        }
        String key = value instanceof Double number ? Float.toString(number.floatValue()) : value.toString();
        if (!key.equals(text)) {
            problems.warning(new SourceRef(file, line), "the unquoted key " + text + " reads as " + key + "; quote it");
        }
        return value instanceof String ? text : key;
    }
}
