package dev.chipwise.ingest.http;

import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.Input;
import dev.chipwise.ingest.adapter.Parsed;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Source;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;

/** One valid event of each kind that is no benchmark result. */
final class Events {

    private static final ImportContext CONTEXT =
            new ImportContext(null, null, new Source(Source.Kind.IMPORT, "test", null, null));

    private Events() {}

    static Event battery() throws IOException {
        return read(Sent.battery());
    }

    static Event version() throws IOException {
        return read(Sent.version("v1"));
    }

    static Event retraction() throws IOException {
        return read(
                "{\"kind\":\"retraction\",\"occurred_at\":\"2026-02-02T10:00:00Z\","
                        + "\"result_id\":\"018f3e4e-7f00-7abc-8def-0123456789ab\","
                        + "\"result_occurred_at\":\"2026-02-01T10:00:00Z\",\"reason\":\"wrong board\","
                        + "\"cell\":{\"model\":\"m\",\"version\":\"v1\",\"workload\":\"w\","
                        + "\"hardware\":\"cpu/acme/one\",\"configuration\":\"c\"}}");
    }

    private static Event read(String json) throws IOException {
        var parsed = new ArrayList<Parsed>();
        var input = new Input("one.json", "", new StringReader(json), CONTEXT);
        new Formats(Rig.CATALOG).own().read(input, parsed::add);
        return ((Parsed.ParsedEvent) parsed.get(0)).event();
    }
}
