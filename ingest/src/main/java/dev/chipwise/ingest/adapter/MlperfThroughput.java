package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.BenchmarkResult.Protocol;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.Reason;
import java.util.List;

/**
 * The rate in a load generator's summary: tokens where it counts them, else samples.
 *
 * @param value null in a scenario that measures latency only
 * @param samplesPerSecond null where it says none
 */
record MlperfThroughput(Double value, String item, Provenance provenance, Double samplesPerSecond) {

    private static final List<String> SCENARIOS =
            List.of("Offline", "Server", "SingleStream", MlperfTableEvents.MULTISTREAM);

    static MlperfThroughput of(MlperfSummary summary, String scenario) {
        if (!SCENARIOS.contains(scenario)) {
            throw new UnreadableField(
                    "Scenario", "'" + Labels.cut(scenario) + "' is not one of " + SCENARIOS);
        }
        boolean server = scenario.equals("Server");
        var samplesName = server ? "Completed samples per second" : "Samples per second";
        var tokensName = server ? "Completed tokens per second" : "Tokens per second";
        var samples = summary.number(samplesName);
        var tokens = summary.number(tokensName);
        if (tokens != null) {
            return new MlperfThroughput(tokens, "tokens", Provenance.MEASURED, samples);
        }
        var inferred = summary.number(tokensName + " (inferred)");
        if (inferred != null) {
            return new MlperfThroughput(inferred, "tokens", Provenance.DERIVED, samples);
        }
        if (samples != null) {
            return new MlperfThroughput(samples, "samples", Provenance.MEASURED, samples);
        }
        if (server || scenario.equals("Offline")) {
            throw new UnreadableField(Reason.MISSING_VALUE, samplesName, "is missing");
        }
        var queries = summary.number("QPS w/ loadgen overhead");
        return new MlperfThroughput(queries, "queries", Provenance.MEASURED, null);
    }

    Protocol protocol() {
        return value == null ? null : new Protocol(null, null, null, item);
    }
}
