package dev.chipwise.ingest.cli;

import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An import as JUnit XML: a test case per file, however many records it has. It fails where records
 * were rejected, and is in error where some were not delivered.
 *
 * @param accepting what being accepted is called, such as "valid"
 */
record JunitReport(String name, String accepting) {

    String of(ImportReport report) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            writeSuite(report, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
        return text + "\n";
    }

    private void writeSuite(ImportReport report, XMLStreamWriter xml) throws XMLStreamException {
        var files = report.files();
        long failures = files.values().stream().filter(JunitReport::fails).count();
        long errors = files.values().stream().filter(each -> each.undelivered() > 0).count();
        boolean lostElsewhere = report.failure() != null && errors == 0;
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", name);
        attribute(xml, "tests", files.size() + (lostElsewhere ? 1 : 0));
        attribute(xml, "failures", failures);
        attribute(xml, "errors", errors + (lostElsewhere ? 1 : 0));
        for (var file : files.entrySet()) {
            writeCase(file.getKey(), file.getValue(), report, xml);
        }
        if (lostElsewhere) {
            writeCase("delivery", FileCounts.UNDELIVERED, report, xml);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writeCase(String path, FileCounts counts, ImportReport report, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", name);
        attribute(xml, "name", path);
        if (counts.undelivered() > 0) {
            xml.writeStartElement("error");
            attribute(xml, "message", report.failure().getMessage());
            xml.writeEndElement();
        } else if (counts.rejected() > 0) {
            xml.writeStartElement("failure");
            attribute(xml, "message", counts.rejected() + " rejected");
            attribute(xml, "type", "rejected");
            xml.writeCharacters(legal(rejectionsOf(path, counts, report)));
            xml.writeEndElement();
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(
                counts.accepted()
                        + " "
                        + accepting
                        + ", "
                        + counts.rejected()
                        + " rejected, "
                        + counts.leftOut()
                        + " left out"
                        + (counts.spooled() == 0 ? "" : ", " + counts.spooled() + " spooled"));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static boolean fails(FileCounts counts) {
        return counts.rejected() > 0 && counts.undelivered() == 0;
    }

    private static String rejectionsOf(String path, FileCounts counts, ImportReport report) {
        var known =
                report.rejections().stream()
                        .filter(each -> each.where().path().equals(path))
                        .map(Rejection::toString)
                        .toList();
        long more = counts.rejected() - known.size();
        return known.stream().collect(Collectors.joining("\n"))
                + (more > 0 ? "\n… and " + more + " more" : "");
    }

    private static void attribute(XMLStreamWriter xml, String name, Object value)
            throws XMLStreamException {
        xml.writeAttribute(name, legal(value.toString()));
    }

    /** What a file says may hold characters that XML cannot, not even escaped. */
    private static String legal(String text) {
        return text.replaceAll(
                "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
