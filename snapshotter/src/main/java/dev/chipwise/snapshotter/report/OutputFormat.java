package dev.chipwise.snapshotter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.stream.Collectors;

/** The forms in which every report can be shown; the constants are what {@code --output} takes. */
public enum OutputFormat {
    table {
        @Override
        public String render(Report report) {
            return TextTable.render(report.table());
        }
    },
    json {
        @Override
        public String render(Report report) {
            return write(PRETTY, report.json());
        }
    },
    jsonl {
        @Override
        public String render(Report report) {
            return report.table().objects().stream()
                    .map(object -> write(COMPACT, object))
                    .collect(Collectors.joining());
        }
    },
    csv {
        @Override
        public String render(Report report) {
            return CsvTable.render(report.table());
        }
    },
    markdown {
        @Override
        public String render(Report report) {
            return MarkdownTable.render(report.table());
        }
    };

    private static final ObjectWriter COMPACT = new ObjectMapper().writer();

    /** With the same line ends on every system. */
    private static final ObjectWriter PRETTY =
            COMPACT.with(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** The whole report as text that ends with a newline, or is empty. */
    public abstract String render(Report report);

    private static String write(ObjectWriter writer, Object tree) {
        try {
            return writer.writeValueAsString(JsonTree.plain(tree)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a report holds something that JSON cannot say: " + e.getMessage(), e);
        }
    }
}
