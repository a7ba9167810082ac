package dev.chipwise.planted.scorer.score;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.sql.Connection;
import kafka.server.KafkaConfig;
import org.apache.avro.Schema;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import picocli.CommandLine;

/** Planted: a pure class that touches every technology. */
public record KnowsTechnologies(
        TopicPartition kafka,
        KafkaConfig server,
        Schema avro,
        Connection sql,
        HttpClient http,
        ZstdInputStream zstd,
        CommandLine commandLine,
        MeterRegistry metrics,
        ObjectMapper json,
        Logger logging,
        LoggerContext backend) {}
