package dev.chipwise.deploy.bench.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.Input;
import dev.chipwise.ingest.adapter.Parsed;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Source;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A benchmark result as a device writes it in our own JSON, on one line. */
record OwnJson(String eventId, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    static OwnJson of(BenchmarkResult result) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", "benchmark");
        tree.put("event_id", result.envelope().eventId());
        tree.put("occurred_at", result.envelope().occurredAt().toString());
        tree.put("model", result.subject().model().name());
        tree.put("version", result.subject().version().tag());
        tree.put("hardware", hardware(result));
        tree.put("workload", workload(result));
        tree.put("configuration", configuration(result));
        tree.put("metrics", metrics(result));
        try {
            return new OwnJson(result.envelope().eventId(), JSON.writeValueAsString(tree));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
    }

    private static Map<String, Object> hardware(BenchmarkResult result) {
        var hardware = result.subject().hardware();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", hardware.id());
        tree.put("vendor", hardware.vendor());
        tree.put("device", hardware.device());
        tree.put("soc", hardware.soc());
        tree.put("os", hardware.os());
        return tree;
    }

    private static Map<String, Object> workload(BenchmarkResult result) {
        var workload = result.subject().workload();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("task", workload.task());
        tree.put("test_case", workload.testCase());
        tree.put("input_shape", workload.inputShape());
        return tree;
    }

    private static Map<String, Object> configuration(BenchmarkResult result) {
        var configuration = result.subject().configuration();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("runtime", configuration.runtime());
        tree.put("runtime_version", configuration.runtimeVersion());
        tree.put("delegate", configuration.delegate());
        tree.put("precision", configuration.precision());
        tree.put("batch_size", configuration.batchSize());
        tree.put("threads", configuration.threads());
        return tree;
    }

    private static Map<String, Object> metrics(BenchmarkResult result) {
        var tree = new LinkedHashMap<String, Object>();
        result.measurements().forEach(each -> tree.put(each.metric(), each.value()));
        return tree;
    }

    /** The events that a gateway makes of these lines, in order. */
    static List<Event> read(List<OwnJson> lines, Catalog catalog) {
        var source = new Source(Source.Kind.GATEWAY, "chipwise gateway", null, null);
        var context = new ImportContext(null, source, Map.of());
        var text = String.join("\n", lines.stream().map(OwnJson::text).toList());
        var events = new ArrayList<Event>();
        try {
            new Formats(catalog)
                    .own()
                    .read(
                            new Input("lines.ndjson", "", new StringReader(text), context),
                            parsed -> events.add(event(parsed)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from memory", e);
        }
        return events;
    }

    private static Event event(Parsed parsed) {
        if (parsed instanceof Parsed.ParsedEvent read) {
            return read.event();
        }
        throw new IllegalStateException("the bench wrote what nobody can read: " + parsed);
    }
}
