package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The newer perf.yaml: {@code precisions} by component, device and runtime, without times. */
final class AiHubPrecisions {

    private static final String TOOLS = "tool_versions";

    private AiHubPrecisions() {}

    static List<AiHubResult> results(JsonNode precisions) {
        var results = new ArrayList<AiHubResult>();
        for (var precision : precisions.properties()) {
            for (var component : precision.getValue().path("components").properties()) {
                addComponent(precision.getKey(), component.getKey(), component.getValue(), results);
            }
        }
        return results;
    }

    private static void addComponent(
            String precision, String component, JsonNode body, List<AiHubResult> results) {
        for (var device : body.path("performance_metrics").properties()) {
            for (var runtime : device.getValue().properties()) {
                var path =
                        String.join(".", precision, component, device.getKey(), runtime.getKey());
                results.add(
                        new AiHubResult(
                                "precisions." + path,
                                component,
                                precision,
                                new AiHubResult.Device(device.getKey(), null, null, null),
                                runtime.getKey(),
                                null,
                                runtime.getValue(),
                                tools(body, device.getKey(), runtime.getKey(), runtime.getValue()),
                                AiHubReading.NEW));
            }
        }
    }

    /** The result's own tools, else those that made the asset it ran. */
    private static SortedMap<String, String> tools(
            JsonNode component, String device, String runtime, JsonNode result) {
        var tools = new TreeMap<String, String>();
        var places =
                List.of(
                        result.path(TOOLS),
                        component.path("device_assets").path(device).path(runtime).path(TOOLS),
                        component.path("universal_assets").path(runtime).path(TOOLS),
                        component.path("asset_tool_versions").path(runtime));
        places.stream()
                .filter(JsonNode::isObject)
                .findFirst()
                .ifPresent(
                        found ->
                                found.properties()
                                        .forEach(
                                                tool ->
                                                        tools.put(
                                                                tool.getKey(),
                                                                tool.getValue().asText())));
        return tools;
    }
}
