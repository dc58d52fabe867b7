package dev.dsctl.model.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the documents of a YAML stream. The stream is cut at its {@code ---} lines first (as kubectl does), so that a document that is no
 * YAML doesn't hide what is wrong in the others.
 */
final class YamlReader {

    private final String file;
    private final Strings strings;
    private final Problems problems;

    YamlReader(String file, Strings strings, Problems problems) {
        this.file = file;
        this.strings = strings;
        this.problems = problems;
    }

    /** Hands over the root of every document; the stream's first line has the given number. */
    void read(byte[] bytes, int firstLine, Consumer<Node> documents) {
        YamlDocuments parts = new YamlDocuments(bytes, firstLine);
        int errors = 0;
        for (int count = 0; parts.next(); count++) {
            if (errors == Limits.ERRORS || count == Limits.DOCUMENTS) {
                String limit = errors == Limits.ERRORS ? errors + " errors" : count + " documents";
                problems.error(new SourceRef(file, parts.line()), limit + " so far; the rest of the file isn't read");
                return;
            }
            try {
                Node.Mapping plain = BlockYaml.read(bytes, parts, strings);
                if (plain == null) {
                    document(text(bytes, parts), parts.line(), documents);
                } else {
                    documents.accept(plain);
                }
            } catch (InputFault e) {
                errors++;
                problems.error(new SourceRef(file, e.line()), e.getMessage());
            }
        }
    }

    void document(String text, int line, Consumer<Node> documents) {
        try {
            ParserImpl parser = new ParserImpl(AnyYaml.SETTINGS, new StreamReader(AnyYaml.SETTINGS, text));
            YamlComposer composer = new YamlComposer(parser, text, file, line, strings, problems);
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                if (parser.next().getEventId() == Event.ID.DocumentStart) {
                    documents.accept(composer.document());
                }
            }
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0);
            throw new InputFault(line + at, "not YAML: " + sentence(e, line));
        } catch (ReaderException e) {
            throw unprintable(e, text, line);
        } catch (YamlEngineException e) {
            throw new InputFault(line, "not YAML: " + e.getMessage());
        }
    }

    /** For instance {@code while scanning a quoted scalar (line 3), found unexpected end of stream}. */
    private static String sentence(MarkedYamlEngineException e, int line) {
        String problem = e.getProblem() == null ? "" : e.getProblem().replace('\n', ' ');
        String context = e.getContext() == null ? "" : e.getContext();
        String begun = e.getContextMark()
                .map(mark -> " (line " + (line + mark.getLine()) + ")")
                .orElse("");
        String hint = problem.contains("found ':'") || problem.endsWith("got :")
                ? " (quote a value that begins or ends with a colon)"
                : "";
        return context.isEmpty() || problem.isEmpty() ? context + problem : context + begun + ", " + problem + hint;
    }

    private static InputFault unprintable(ReaderException e, String text, int line) {
        int at = text.indexOf(e.getCodePoint());
        int lines = 0;
        for (int i = 0; i < at; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        String code = String.format("U+%04X", e.getCodePoint());
        return new InputFault(line + lines, "not YAML: control character " + code + " isn't allowed");
    }

    private static String text(byte[] bytes, YamlDocuments part) {
        String text = new String(bytes, part.start(), part.length(), StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(bytes, part);
        }
        return text;
    }

    private static void requireUtf8(byte[] bytes, YamlDocuments part) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, part.start(), part.length());
        CoderResult result = decoder.decode(in, CharBuffer.allocate(part.length()), true);
        if (result.isError()) {
            int line = part.line();
            for (int i = part.start(); i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            String found = String.format("0x%02x", bytes[in.position()] & 0xff);
            throw new InputFault(line, "not UTF-8: byte " + found + " begins no character");
        }
    }

    /** Initialised by the first document that isn't in the plain style of {@link BlockYaml}: most runs never see one. */
    private static final class AnyYaml {

        static final LoadSettings SETTINGS =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    }
}
