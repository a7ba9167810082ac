package dev.chipwise.ingest.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishOneResultTest {

    @Test
    void saysWhatBecameOfAnEvent() {
        var rules = Admission.byRules(new ResultValidator(Catalog.shipped()), ResultSamples.CLOCK);
        try (var publisher = InMemoryPublisher.keeping(rules)) {
            assertThat(PublishOneResult.publish(publisher, ResultSamples.result(1)))
                    .isEqualTo("accepted");
            assertThat(PublishOneResult.publish(publisher, ResultSamples.invalid(2)))
                    .startsWith("refused: ");
        }
    }

    @Test
    void needsNoBrokerUntilTheFirstEvent() {
        PublishOneResult.toCluster("127.0.0.1:1").close();
    }

    @Test
    void theDocumentationShowsTheExampleAsItIs() throws IOException {
        var source =
                Files.readString(
                        Path.of("src/test/java/dev/chipwise/ingest/example/PublishOneResult.java"));
        var example =
                source.substring(
                                source.indexOf("// example: begin\n") + 18,
                                source.indexOf("    // example: end"))
                        .stripTrailing()
                        .stripIndent();

        assertThat(Files.readString(Path.of("../docs/ci.md"))).contains(example);
    }
}
