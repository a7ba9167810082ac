package dev.chipwise.deploy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipwise.deploy.bench.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The readings that an earlier bench printed as JSON. */
final class EarlierBench {

    private EarlierBench() {}

    /** Where the readings of each figure lay, by its name. */
    static Map<String, Spread> read(Path file) {
        try {
            var figures = new LinkedHashMap<String, Spread>();
            for (var figure : new ObjectMapper().readTree(file.toFile()).path("figures")) {
                var readings = new ArrayList<Double>();
                figure.path("readings").forEach(reading -> readings.add(reading.asDouble()));
                if (!readings.isEmpty()) {
                    figures.put(figure.path("figure").asText(), Spread.of(readings));
                }
            }
            if (figures.isEmpty()) {
                throw new UsageException(file + " is not what 'bench --output json' prints");
            }
            return figures;
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        }
    }
}
