package dev.dsctl.golden.ci;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, as CI servers read it.
 *
 * @param at when it was checked
 * @param type what a failure is called
 */
public record JunitSuites(Instant at, String type) {

    /**
     * A test.
     *
     * @param group what it belongs to, dots between the parts
     * @param name its name
     * @param message why it failed, in a few words
     * @param text why it failed; empty when it passed
     */
    public record Test(String group, String name, String message, String text) {}

    /** Writes suites by name. */
    public void write(SortedMap<String, List<Test>> suites, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "testsuites");
            for (Map.Entry<String, List<Test>> suite : suites.entrySet()) {
                suite(xml, suite.getKey(), suite.getValue());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.append(text.toString()).append('\n');
    }

    private void suite(XMLStreamWriter xml, String name, List<Test> tests) throws XMLStreamException {
        long failures = tests.stream().filter(test -> !test.text().isEmpty()).count();
        xml.writeCharacters("\n  ");
        start(xml, "testsuite", "name", name, "tests", Integer.toString(tests.size()));
        attributes(xml, "failures", Long.toString(failures), "errors", "0", "skipped", "0", "time", "0");
        String timestamp = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        attributes(xml, "timestamp", timestamp, "hostname", "localhost");
        for (Test test : tests) {
            xml.writeCharacters("\n    ");
            start(xml, "testcase", "name", clean(test.name()), "classname", test.group(), "time", "0");
            if (!test.text().isEmpty()) {
                start(xml, "failure", "type", type, "message", clean(test.message()));
                xml.writeCharacters(clean(test.text()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(xml, attributes);
    }

    private static void attributes(XMLStreamWriter xml, String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /** Without the control characters that XML can't hold. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c ->
                        (c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)) || c == '\n' || c == '\t'
                                ? c
                                : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
