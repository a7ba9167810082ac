package dev.chipwise.deploy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The devices of one row of an independent ranking, by time, against an answer in JSON. */
final class FastestFirst {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SAME = 1e-9;

    private final String subject;
    private final Map<String, Double> millisByDevice = new LinkedHashMap<>();

    /**
     * @param row whose {@code order_fast_to_slow} is like {@code phone=1.5>board=1.5>laptop=2.0}
     */
    FastestFirst(Map<String, String> row) {
        subject =
                String.join(
                        " ",
                        row.get("model"),
                        row.get("precision"),
                        row.get("component"),
                        row.get("runtime"));
        for (var place : row.get("order_fast_to_slow").split(">")) {
            int equals = place.lastIndexOf('=');
            millisByDevice.put(
                    place.substring(0, equals), Double.parseDouble(place.substring(equals + 1)));
        }
    }

    /** A sentence for everything that is otherwise in the answer. */
    List<String> differencesFrom(String answer) throws JsonProcessingException {
        var ranked = JSON.readTree(answer).at("/ranked");
        var devices = new TreeSet<>(ranked.findValuesAsText("device"));
        if (ranked.size() != millisByDevice.size() || !devices.equals(devices(millisByDevice))) {
            return List.of(subject + ": " + devices + " instead of " + millisByDevice.keySet());
        }
        var differences = new ArrayList<String>();
        for (int i = 0; i < ranked.size(); i++) {
            double millis = millis(ranked.get(i));
            if (Math.abs(measured(ranked.get(i)) / millis - 1) > SAME) {
                differences.add(subject + ": another time for " + ranked.get(i));
            }
            if (i > 0) {
                compare(ranked.get(i - 1), ranked.get(i), differences);
            }
        }
        return differences;
    }

    private void compare(JsonNode before, JsonNode after, List<String> differences) {
        if (millis(before) > millis(after)) {
            differences.add(subject + ": " + before.at("/hardware") + " before a faster one");
        }
        boolean sameTier = before.at("/tier").equals(after.at("/tier"));
        if (millis(before) == millis(after) && !sameTier) {
            differences.add(subject + ": " + after.at("/hardware") + " in a tier of its own");
        }
    }

    private double millis(JsonNode place) {
        return millisByDevice.get(place.at("/hardware/device").asText());
    }

    private static double measured(JsonNode place) {
        return place.at("/why/0/value").asDouble();
    }

    private static TreeSet<String> devices(Map<String, Double> millisByDevice) {
        return new TreeSet<>(millisByDevice.keySet());
    }
}
