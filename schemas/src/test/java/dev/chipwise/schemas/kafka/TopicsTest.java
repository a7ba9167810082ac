package dev.chipwise.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.samples.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final Topics topics = Topics.withDefaultPrefix();

    @Test
    void namesAreTheContract() {
        assertThat(topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "benchmark.result.v1",
                        "battery.result.v1",
                        "model.version.v1",
                        "result.retraction.v1",
                        "hardware.profile.v1",
                        "scoring.profile.v1",
                        "cell.summary.v1",
                        "suitability.score.v1",
                        "recommendation.v1",
                        "compatibility.snapshot.v1",
                        "compatibility.change.v1",
                        "result.rejected.v1");
    }

    @Test
    void aPrefixKeepsTenantsApart() {
        var names = new HashSet<String>();
        for (var tenant : new Topics[] {topics, new Topics("lab.")}) {
            tenant.all().forEach(topic -> names.add(topic.fullName()));
            names.add(tenant.dlq(tenant.applicationId("scorer")).fullName());
        }
        assertThat(names)
                .hasSize(26)
                .contains("chipwise.cell.summary.v1", "lab.cell.summary.v1", "lab.scorer.dlq");
    }

    @Test
    void aDeadLetterTopicIsNamedAfterItsApplication() {
        var id = topics.applicationId("scorer");
        assertThat(id).isEqualTo("chipwise.scorer");
        assertThat(topics.dlq(id).fullName()).isEqualTo("chipwise.scorer.dlq");
        assertThat(topics.dlq("scorer").fullName()).isEqualTo("chipwise.scorer.dlq");
    }

    @Test
    void resultsAreKeptForEver() {
        assertThat(topics.benchmarkResult().configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    @Test
    void whatStagesDeriveIsCompactedButNotBeforeASinkCouldReadIt() {
        assertThat(topics.suitabilityScore().configs())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", millis(7))
                .containsEntry("delete.retention.ms", millis(7))
                .containsEntry("segment.ms", millis(1));
    }

    @Test
    void newsIsForgotten() {
        assertThat(topics.recommendation().configs())
                .containsEntry("cleanup.policy", "compact,delete")
                .containsEntry("retention.ms", millis(30));
        assertThat(topics.compatibilityChange().configs())
                .containsEntry("retention.ms", millis(90));
        assertThat(topics.rejectedResult().configs()).containsEntry("retention.ms", millis(30));
    }

    @Test
    void theBrokerStampsWhatPublishersSend() {
        var stamps = Map.of("message.timestamp.type", "LogAppendTime");
        assertThat(topics.benchmarkResult().configs()).containsAllEntriesOf(stamps);
        assertThat(topics.cellSummary().configs())
                .containsEntry("message.timestamp.type", "CreateTime");
    }

    @Test
    void theLargestEventStillFitsWhereItIsRejected() {
        int wholeEvent = topics.benchmarkResult().mostEventBytes();
        assertThat(wholeEvent).isLessThan(Topics.MAX_MESSAGE_BYTES);
        assertThat(topics.rejectedResult().mostEventBytes()).isGreaterThan(2 * wholeEvent);
        assertThat(topics.dlq("scorer").mostEventBytes()).isGreaterThan(2 * wholeEvent);
    }

    @Test
    void findsATopicByItsName() {
        assertThat(topics.named("cell.summary.v1")).hasValue(topics.cellSummary());
        assertThat(topics.named("chipwise.cell.summary.v1")).isEmpty();
    }

    @Test
    void aSeparatorInAModelNameIsEscapedInTheKey() {
        assertThat(Topics.keyOf(Samples.benchmark(1))).isEqualTo("resnet50");
        var odd = Samples.result(1).of("a|b 50%", "v1").benchmark();
        assertThat(Topics.keyOf(odd)).isEqualTo("a%7cb 50%25");
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
