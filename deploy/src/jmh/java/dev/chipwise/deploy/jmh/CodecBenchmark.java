package dev.chipwise.deploy.jmh;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.scorer.score.Scorer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to turn a record into bytes and back; answers are of a board of ten cells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {

    private static final int CELLS = 10;

    private final BenchmarkResult benchmark;
    private final BatteryResult battery;
    private final SuitabilityScore score;
    private final Recommendation recommendation;
    private final byte[] benchmarkBytes;
    private final byte[] batteryBytes;
    private final byte[] scoreBytes;
    private final byte[] recommendationBytes;

    public CodecBenchmark() {
        var boards = Boards.of(CELLS);
        var results = boards.more(10 * CELLS);
        benchmark = first(BenchmarkResult.class, results);
        battery = first(BatteryResult.class, results);
        var summaries = boards.summaries();
        var scored =
                new Scorer(Boards.CATALOG)
                        .score(
                                summaries.get(0).key().board(),
                                summaries,
                                Boards.CATALOG.profiles().values());
        score = scored.scores().get(0);
        recommendation = scored.recommendations().get(0);
        benchmarkBytes = Codecs.benchmarkResult().encode(benchmark);
        batteryBytes = Codecs.batteryResult().encode(battery);
        scoreBytes = Codecs.suitabilityScore().encode(score);
        recommendationBytes = Codecs.recommendation().encode(recommendation);
    }

    private static <R extends Result> R first(Class<R> type, List<Result> results) {
        return results.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Benchmark
    public byte[] encodeBenchmark() {
        return Codecs.benchmarkResult().encode(benchmark);
    }

    @Benchmark
    public BenchmarkResult decodeBenchmark() {
        return Codecs.benchmarkResult().decode(benchmarkBytes);
    }

    @Benchmark
    public byte[] encodeBattery() {
        return Codecs.batteryResult().encode(battery);
    }

    @Benchmark
    public BatteryResult decodeBattery() {
        return Codecs.batteryResult().decode(batteryBytes);
    }

    @Benchmark
    public byte[] encodeScore() {
        return Codecs.suitabilityScore().encode(score);
    }

    @Benchmark
    public SuitabilityScore decodeScore() {
        return Codecs.suitabilityScore().decode(scoreBytes);
    }

    @Benchmark
    public byte[] encodeRecommendation() {
        return Codecs.recommendation().encode(recommendation);
    }

    @Benchmark
    public Recommendation decodeRecommendation() {
        return Codecs.recommendation().decode(recommendationBytes);
    }
}
