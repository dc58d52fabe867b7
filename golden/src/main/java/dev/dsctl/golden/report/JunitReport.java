package dev.dsctl.golden.report;

import dev.dsctl.golden.diff.ResourceChange;
import dev.dsctl.golden.diff.SnapshotDiff;
import dev.dsctl.golden.diff.SnapshotDiff.Compared;
import dev.dsctl.golden.diff.SnapshotDiff.ProxyChange;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, as CI servers read it: a suite for each proxy, with a passed test for each kind of resource that is equal and a failed one
 * for each resource that isn't.
 *
 * @param at when it was checked
 */
public record JunitReport(Instant at) implements Report {

    /** A test; one without text has passed. */
    private record Test(String group, String name, String message, String text) {}

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "testsuites");
            for (Map.Entry<String, List<Test>> suite : suites(findings).entrySet()) {
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

    private static Map<String, List<Test>> suites(Findings findings) {
        SnapshotDiff diff = findings.diff();
        Map<String, List<Test>> suites = new TreeMap<>();
        for (ProxyChange proxy : diff.proxies()) {
            String message = "proxy " + proxy.proxy() + " " + proxy.change().key();
            tests(suites, proxy.proxy()).add(new Test(proxy.proxy(), "proxy", message, message));
        }
        for (Compared compared : diff.compared()) {
            List<Test> tests = tests(suites, compared.proxy());
            String group = compared.proxy() + "." + compared.kind().key();
            List<ResourceChange> changed = diff.resources().stream()
                    .filter(each -> each.proxy().equals(compared.proxy()) && each.kind() == compared.kind())
                    .toList();
            if (changed.isEmpty()) {
                tests.add(new Test(
                        group, Words.count(compared.resources(), compared.kind().noun()), "", ""));
            }
            changed.forEach(each -> tests.add(failure(group, each, findings)));
        }
        return suites;
    }

    private static List<Test> tests(Map<String, List<Test>> suites, String proxy) {
        return suites.computeIfAbsent(proxy, name -> new ArrayList<>());
    }

    private static Test failure(String group, ResourceChange change, Findings findings) {
        Entry entry = Grouping.alone(change);
        String name = change.kind().noun() + " " + change.name();
        String message = name + " " + change.change().key();
        StringBuilder text = new StringBuilder();
        String from = Sentences.from(findings.origins(entry));
        text.append(from.isEmpty() ? message : message + ", " + from).append('\n');
        change.fields().forEach(field -> text.append(Sentences.change(field)).append('\n'));
        return new Test(group, name, message, text.toString());
    }

    private void suite(XMLStreamWriter xml, String proxy, List<Test> tests) throws XMLStreamException {
        long failures = tests.stream().filter(test -> !test.text().isEmpty()).count();
        xml.writeCharacters("\n  ");
        start(xml, "testsuite", "name", proxy, "tests", Integer.toString(tests.size()));
        attributes(xml, "failures", Long.toString(failures), "errors", "0", "skipped", "0", "time", "0");
        String timestamp = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        attributes(xml, "timestamp", timestamp, "hostname", "localhost");
        for (Test test : tests) {
            xml.writeCharacters("\n    ");
            start(xml, "testcase", "name", clean(test.name()), "classname", test.group(), "time", "0");
            if (!test.text().isEmpty()) {
                start(xml, "failure", "type", "difference", "message", clean(test.message()));
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
