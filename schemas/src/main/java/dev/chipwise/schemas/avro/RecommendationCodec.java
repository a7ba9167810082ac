package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.ExcludedHardwareV1;
import dev.chipwise.schemas.avro.wire.RankedHardwareV1;
import dev.chipwise.schemas.avro.wire.RecommendationV1;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.Recommendation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.EncoderFactory;

/** {@link Recommendation} on the wire. */
final class RecommendationCodec extends AvroCodec<Recommendation, RecommendationV1> {

    /** Of {@code News.NONE}: no number, not material, no leader, no cause. */
    private static final int NO_NEWS_BYTES = 4;

    private static final int ROOM = 64;

    RecommendationCodec() {
        super("recommendation", RecommendationV1.getClassSchema());
    }

    @Override
    RecommendationV1 toWire(Recommendation recommendation) {
        var news = recommendation.news();
        return new RecommendationV1(
                KeyParts.toWire(recommendation.board()),
                SubjectParts.toWire(recommendation.workload()),
                recommendation.profile(),
                recommendation.profileVersion(),
                recommendation.asOf(),
                recommendation.evidence().wireName(),
                recommendation.metricsLeftOut(),
                recommendation.ranked().stream().map(RecommendationCodec::toWire).toList(),
                recommendation.excluded().stream().map(RecommendationCodec::toWire).toList(),
                news.sequence(),
                news.material(),
                news.previousLeader(),
                news.cause());
    }

    @Override
    Recommendation fromWire(RecommendationV1 wire) {
        return new Recommendation(
                KeyParts.fromWire(wire.getBoard()),
                SubjectParts.fromWire(wire.getWorkload()),
                wire.getProfile(),
                wire.getProfileVersion(),
                wire.getAsOf(),
                Evidence.of(wire.getEvidence()),
                wire.getMetricsLeftOut(),
                wire.getRanked().stream().map(RecommendationCodec::fromWire).toList(),
                wire.getExcluded().stream().map(RecommendationCodec::fromWire).toList(),
                new Recommendation.News(
                        wire.getSequence(),
                        wire.getMaterial(),
                        wire.getPreviousLeader(),
                        wire.getCause()));
    }

    /**
     * The bytes of a recommendation that tells these news, made from its bytes without: news are
     * the last fields of the schema.
     */
    static byte[] withNews(byte[] without, Recommendation.News news) {
        var bytes = new ByteArrayOutputStream(without.length + news.cause().length() + ROOM);
        bytes.write(without, 0, without.length - NO_NEWS_BYTES);
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            encoder.writeLong(news.sequence());
            encoder.writeBoolean(news.material());
            encoder.writeIndex(news.previousLeader() == null ? 0 : 1);
            if (news.previousLeader() != null) {
                encoder.writeString(news.previousLeader());
            }
            encoder.writeString(news.cause());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return bytes.toByteArray();
    }

    private static RankedHardwareV1 toWire(Recommendation.Ranked ranked) {
        return new RankedHardwareV1(
                SubjectParts.toWire(ranked.hardware()),
                ranked.grade().wireName(),
                ranked.runs(),
                ranked.state().wireName(),
                ScoreParts.toWire(ranked.score()));
    }

    private static Recommendation.Ranked fromWire(RankedHardwareV1 wire) {
        return new Recommendation.Ranked(
                SubjectParts.fromWire(wire.getHardware()),
                Grade.of(wire.getGrade()),
                wire.getRuns(),
                Compatibility.State.of(wire.getState()),
                ScoreParts.fromWire(wire.getScore()));
    }

    private static ExcludedHardwareV1 toWire(Recommendation.Excluded excluded) {
        return new ExcludedHardwareV1(
                SubjectParts.toWire(excluded.hardware()),
                excluded.state().wireName(),
                excluded.gate(),
                excluded.detail());
    }

    private static Recommendation.Excluded fromWire(ExcludedHardwareV1 wire) {
        return new Recommendation.Excluded(
                SubjectParts.fromWire(wire.getHardware()),
                Compatibility.State.of(wire.getState()),
                wire.getGate(),
                wire.getDetail());
    }
}
