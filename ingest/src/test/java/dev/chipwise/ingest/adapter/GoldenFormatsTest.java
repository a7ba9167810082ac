package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** One sample per format and version of its tool, against what a person read from it. */
class GoldenFormatsTest {

    private final Formats formats = new Formats(Catalog.shipped());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "samples/samples.csv", numLinesToSkip = 1)
    void isReadAsAPersonReadsIt(String sample, String map) {
        var read = Reading.text(format(sample), sample, Samples.text(sample), Samples.context(map));

        assertThat(Samples.shown(read) + "\n").isEqualTo(Samples.text(sample + ".golden"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "samples/samples.csv", numLinesToSkip = 1)
    void isRecognisedByNameAndContent(String sample) {
        var text = Samples.text(sample);
        var name = sample.substring(sample.indexOf('/') + 1);
        var head = text.substring(0, Math.min(text.length(), 4096));

        assertThat(formats.recognise(name, head)).get().isEqualTo(format(sample));
        assertThat(formats.all().stream().filter(format -> format.recognises(name, head)))
                .allMatch(format -> format == format(sample) || format == formats.own());
    }

    @Test
    void aCommandOfSeveralLinesIsANameOfOne() {
        var sample = "hyperfine/1.19.json";
        var text =
                Samples.text(sample)
                        .replace("./infer --threads 64", "./infer \\\\\\n\\t--threads 64");
        var context = Samples.context("model=m;hardware=cpu/intel/xeon;runtime=onnxruntime");

        var cases =
                Reading.only(ParsedEvent.class, Reading.text(format(sample), sample, text, context))
                        .stream()
                        .map(parsed -> (Result) parsed.event())
                        .map(result -> result.subject().workload().testCase());

        assertThat(cases).contains("./infer \\ --threads 64");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "samples/samples.csv", numLinesToSkip = 1)
    void readingItTwiceMakesTheSameEvents(String sample, String map) {
        var text = Samples.text(sample);
        var context = Samples.context(map);

        assertThat(Reading.text(format(sample), sample, text, context))
                .isEqualTo(Reading.text(format(sample), sample, text, context));
    }

    private Format format(String sample) {
        return formats.named(sample.substring(0, sample.indexOf('/'))).orElseThrow();
    }
}
