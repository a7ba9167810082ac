package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostingTest {

    @Test
    void hasAsManyRecordsUnderWayAsItsConnectionsCarry() {
        assertThat(new Posting(16, 100).underWay()).isEqualTo(1600);
    }

    @Test
    void isComparedWithAProducerThatHasAsManyUnderWay() {
        var posting = new Posting(16, 100);

        assertThat(posting.accepted().ceilings()).containsExactly(posting.producer());
        assertThat(posting.producer().name()).isEqualTo("Kafka producer, 1600 records under way");
    }

    @Test
    void saysHowItAsks() {
        assertThat(new Posting(1, 1).words()).isEqualTo("1 connection, single");
        assertThat(new Posting(256, 100).words()).isEqualTo("256 connections, 100 a request");
    }
}
