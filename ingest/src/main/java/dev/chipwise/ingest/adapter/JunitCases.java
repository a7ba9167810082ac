package dev.chipwise.ingest.adapter;

import dev.chipwise.ingest.adapter.JunitCase.Suite;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through a JUnit XML case by case; only the one at hand is in memory. */
final class JunitCases {

    private static final String CASE = "testcase";
    private static final String SUITE = "testsuite";
    private static final int DEEPEST = 100;

    private final XMLStreamReader xml;
    private final String path;
    private final int before;
    private final Deque<Suite> suites = new ArrayDeque<>();
    private final Deque<TreeMap<String, String>> properties = new ArrayDeque<>();
    private int cases;
    private boolean isReport;

    /**
     * @param before lines before the first that {@code xml} reads
     */
    JunitCases(XMLStreamReader xml, String path, int before) {
        this.xml = xml;
        this.path = path;
        this.before = before;
    }

    /**
     * The next case, or null at the end.
     *
     * @throws XMLStreamException when the text is no XML
     * @throws UnreadableField when it is none that is read
     */
    JunitCase next() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new UnreadableField("", "has a document type, which is not read");
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(SUITE)) {
                suites.pop();
                properties.pop();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                isReport |= xml.getLocalName().startsWith(SUITE);
                if (xml.getLocalName().equals(CASE)) {
                    return readCase();
                }
                startOther();
            }
        }
        return null;
    }

    /** The line that was read last, or 0. */
    int line() {
        return xml.getLocation() == null
                ? 0
                : before + Math.max(0, xml.getLocation().getLineNumber());
    }

    /** Whether there was a suite, even an empty one. */
    boolean isReport() {
        return isReport;
    }

    private void startOther() {
        switch (xml.getLocalName()) {
            case SUITE -> {
                if (suites.size() == DEEPEST) {
                    throw new UnreadableField("", "has suites that nest too deep");
                }
                var outer = suites.isEmpty() ? new Suite(null, null, null) : suites.peek();
                suites.push(
                        new Suite(
                                JunitCaseDraft.attribute(xml, "name", outer.name()),
                                JunitCaseDraft.attribute(xml, "timestamp", outer.timestamp()),
                                JunitCaseDraft.attribute(xml, "hostname", outer.hostname())));
                properties.push(known());
            }
            case "property" -> {
                if (!properties.isEmpty()) {
                    JunitCaseDraft.addProperty(xml, properties.peek());
                }
            }
            default -> {
                // Output and other parts say nothing of a result.
            }
        }
    }

    private JunitCase readCase() throws XMLStreamException {
        var suite = suites.isEmpty() ? new Suite(null, null, null) : suites.peek();
        int line = before + xml.getLocation().getLineNumber();
        var where = new Where(path, line, "testcase[" + cases++ + "]");
        var draft = new JunitCaseDraft(xml, known());
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                draft.child(xml);
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return draft.read(where, suite);
    }

    private TreeMap<String, String> known() {
        return properties.isEmpty() ? new TreeMap<>() : new TreeMap<>(properties.peek());
    }
}
