package dev.chipwise.ingest.adapter;

import dev.chipwise.ingest.adapter.JunitCase.End;
import dev.chipwise.ingest.adapter.JunitCase.Suite;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamReader;

/** A test case of a JUnit XML while its elements are read. */
final class JunitCaseDraft {

    private static final Map<String, End> ENDS =
            Map.of("failure", End.FAILED, "error", End.BROKEN, "skipped", End.SKIPPED);
    private static final Set<String> RERUNS =
            Set.of("flakyFailure", "flakyError", "rerunFailure", "rerunError");

    /** What GoogleTest and others write of cases that were not run. */
    private static final Set<String> NOT_RUN =
            Set.of("notrun", "skipped", "suppressed", "disabled", "ignored");

    private final SortedMap<String, String> properties;
    private final String className;
    private final String name;
    private final String time;
    private End end;
    private String type;
    private String message;
    private int reruns;

    /**
     * @param xml at the beginning of the case
     * @param properties of the suites around it
     */
    JunitCaseDraft(XMLStreamReader xml, SortedMap<String, String> properties) {
        this.properties = properties;
        className = attribute(xml, "classname", null);
        name = attribute(xml, "name", null);
        time = attribute(xml, "time", null);
        boolean run =
                !NOT_RUN.contains(attribute(xml, "status", ""))
                        && !NOT_RUN.contains(attribute(xml, "result", ""));
        end = run ? End.PASSED : End.SKIPPED;
    }

    /** Takes an element inside the case; the first that says how it ended counts. */
    void child(XMLStreamReader xml) {
        var element = xml.getLocalName();
        if (element.equals("property")) {
            addProperty(xml, properties);
        } else if (RERUNS.contains(element)) {
            reruns++;
        } else if (ENDS.containsKey(element) && end == End.PASSED) {
            end = ENDS.get(element);
            type = attribute(xml, "type", null);
            message = attribute(xml, "message", null);
        }
    }

    JunitCase read(Where where, Suite suite) {
        return new JunitCase(
                where, suite, className, name, time, end, type, message, reruns, properties);
    }

    /** Keeps only those that say what a result is about; others may be many. */
    static void addProperty(XMLStreamReader xml, SortedMap<String, String> properties) {
        var name = attribute(xml, "name", null);
        var value = attribute(xml, "value", null);
        if (name != null && value != null && SubjectField.of(name).isPresent()) {
            properties.put(name, value);
        }
    }

    static String attribute(XMLStreamReader xml, String name, String otherwise) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }
}
