package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The older perf.yaml: {@code models} with one entry per component (a mapping where there is one
 * only), each with a list of devices, and the time of measurement.
 */
final class AiHubModels {

    private static final String DEVICE = "reference_device_info";
    private static final Set<String> NOT_A_RUNTIME = Set.of(DEVICE, "timestamp");

    private AiHubModels() {}

    static List<AiHubResult> results(JsonNode models) {
        var results = new ArrayList<AiHubResult>();
        Iterable<JsonNode> components = models.isArray() ? models : Collections.singleton(models);
        for (var component : components) {
            var name = component.path("name").asText();
            for (var entry : component.path("performance_metrics")) {
                addDevice(name, entry, results);
            }
        }
        return results;
    }

    private static void addDevice(String component, JsonNode entry, List<AiHubResult> results) {
        var device = device(entry.path(DEVICE));
        for (var runtime : entry.properties()) {
            if (NOT_A_RUNTIME.contains(runtime.getKey())) {
                continue;
            }
            results.add(
                    new AiHubResult(
                            String.join(".", "models", component, device.name(), runtime.getKey()),
                            component,
                            textOrNull(runtime.getValue().path("precision")),
                            device,
                            runtime.getKey(),
                            instantOrNull(entry.path("timestamp")),
                            runtime.getValue(),
                            new TreeMap<>(),
                            AiHubReading.OLD));
        }
    }

    private static AiHubResult.Device device(JsonNode info) {
        return new AiHubResult.Device(
                info.path("name").asText(),
                textOrNull(info.path("chipset")),
                textOrNull(info.path("os_name")),
                textOrNull(info.path("os")));
    }

    private static String textOrNull(JsonNode value) {
        return AiHubReading.isMissing(value) ? null : value.asText();
    }

    private static Instant instantOrNull(JsonNode value) {
        try {
            return AiHubReading.isMissing(value) ? null : Instant.parse(value.asText());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
