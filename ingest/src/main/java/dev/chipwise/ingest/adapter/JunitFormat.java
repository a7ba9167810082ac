package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * JUnit XML as Surefire, Gradle, pytest, GoogleTest and others write it: one result per test case,
 * passed, failed or skipped. Document types and entities are not read.
 */
public final class JunitFormat implements Format {

    private static final String REST = "; the rest of the file was not read";
    private static final String TEST_TIME = "test_ms";
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+\\.\\d{1,18}");
    private static final Pattern PLAIN =
            Pattern.compile("\\d{1,18}(?:\\.\\d{0,18})?(?:[eE][+-]?\\d{1,3})?");

    private final Catalog catalog;

    public JunitFormat(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String carries() {
        return "JUnit XML: whether each test case passed, failed or was skipped, and how long it"
                + " took";
    }

    @Override
    public String lacks() {
        return "model, hardware, runtime unless properties; every speed; often the zone of the time";
    }

    @Override
    public boolean recognises(String fileName, String head) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".xml") && head.contains("<testsuite");
    }

    @Override
    public void read(Input input, Consumer<Parsed> to) throws IOException {
        var lines = new Lines(input.text());
        lines.skipBlank();
        try {
            read(new JunitCases(reader(lines.rest()), input.path(), lines.number()), input, to);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            // What the parser says of it is in the language of the machine.
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            var detail = "is not well-formed XML, or names an entity, which is not read" + REST;
            to.accept(unreadable(input, line < 1 ? 0 : lines.number() + line, detail));
        }
    }

    private void read(JunitCases cases, Input input, Consumer<Parsed> to)
            throws XMLStreamException {
        try {
            for (var next = cases.next(); next != null; next = cases.next()) {
                var test = next;
                to.accept(ResultDraft.parsed(test.where(), input.context(), () -> draft(test)));
            }
            if (!cases.isReport()) {
                to.accept(unreadable(input, 0, "has no testsuite; is it JUnit XML?"));
            }
        } catch (UnreadableField e) {
            to.accept(unreadable(input, cases.line(), e.getMessage() + REST));
        }
    }

    private static Parsed unreadable(Input input, int line, String detail) {
        return new Parsed.Unreadable(Where.line(input.path(), line), Reason.UNREADABLE, detail);
    }

    private ResultDraft draft(JunitCase test) {
        var draft = new ResultDraft(catalog).at(test.suite().timestamp());
        draft.subject().saysAll(test.properties());
        draft.subject().says(SubjectField.TEST_CASE, test.fullName());
        draft.label("suite", test.suite().name())
                .label("host", test.suite().hostname())
                .label("reruns", test.reruns() == 0 ? null : test.reruns());
        return switch (test.end()) {
            case PASSED -> draft.measured(TEST_TIME, seconds(test.time()));
            case SKIPPED -> draft.ended(Outcome.Status.SKIPPED, null, test.message());
            case FAILED -> draft.ended(Outcome.Status.FAILED, failureClass(test), test.message());
            case BROKEN -> draft.ended(Outcome.Status.ERROR, failureClass(test), test.message());
        };
    }

    private String failureClass(JunitCase test) {
        var type = test.type() == null ? "" : test.type().strip();
        if (type.endsWith("OutOfMemoryError")) {
            return "out_of_memory";
        }
        return type.contains("Timeout") ? "timeout" : catalog.failureClass(type).orElse("unknown");
    }

    /** In ms; Surefire groups thousands. */
    private static Double seconds(String time) {
        if (time == null || time.isBlank()) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE, "time", "is missing; a test that passed took some");
        }
        var plain = GROUPED.matcher(time).matches() ? time.replace(",", "") : time;
        if (!PLAIN.matcher(plain).matches()) {
            throw new UnreadableField("time", "must be seconds, not '" + time + "'");
        }
        return TimeScale.SECONDS.toMs(Double.valueOf(plain));
    }

    private static XMLStreamReader reader(Reader text) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("an external entity is not read");
                });
        return factory.createXMLStreamReader(text);
    }
}
