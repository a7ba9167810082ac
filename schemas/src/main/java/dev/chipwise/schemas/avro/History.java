package dev.chipwise.schemas.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every schema of a record that was ever published, oldest first; they ship in the jar, so that a
 * reader needs no registry.
 */
final class History {

    private History() {}

    static List<Schema> of(String record) {
        var schemas = new ArrayList<Schema>();
        for (var schema = load(record, 1);
                schema != null;
                schema = load(record, schemas.size() + 1)) {
            schemas.add(schema);
        }
        if (schemas.isEmpty()) {
            throw new IllegalStateException(
                    "history/" + record + "/v1.avsc is missing from the jar; build it again");
        }
        return schemas;
    }

    private static Schema load(String record, int version) {
        try (var stream =
                History.class.getResourceAsStream("history/" + record + "/v" + version + ".avsc")) {
            return stream == null ? null : new Schema.Parser().parse(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read version " + version + " of the schema of " + record, e);
        }
    }
}
