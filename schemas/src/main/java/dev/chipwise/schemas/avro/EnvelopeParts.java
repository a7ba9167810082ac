package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.CiV1;
import dev.chipwise.schemas.avro.wire.EnvelopeV1;
import dev.chipwise.schemas.avro.wire.SourceV1;
import dev.chipwise.schemas.domain.Ci;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Source;
import java.util.TreeMap;

/** The envelope and its parts, both ways. */
final class EnvelopeParts {

    private EnvelopeParts() {}

    static EnvelopeV1 toWire(Envelope envelope) {
        var ci = envelope.ci();
        return new EnvelopeV1(
                envelope.eventId(),
                envelope.occurredAt(),
                toWire(envelope.source()),
                ci == null ? null : toWire(ci),
                envelope.labels());
    }

    static Envelope fromWire(EnvelopeV1 wire) {
        var ci = wire.getCi();
        return new Envelope(
                wire.getEventId(),
                wire.getOccurredAt(),
                fromWire(wire.getSource()),
                ci == null ? null : fromWire(ci),
                new TreeMap<>(wire.getLabels()));
    }

    private static SourceV1 toWire(Source source) {
        return new SourceV1(
                source.kind().wireName(), source.name(), source.version(), source.host());
    }

    private static Source fromWire(SourceV1 wire) {
        return new Source(
                Source.Kind.of(wire.getKind()), wire.getName(), wire.getVersion(), wire.getHost());
    }

    private static CiV1 toWire(Ci ci) {
        return new CiV1(ci.provider(), ci.repository(), ci.commit(), ci.branch(), ci.runUrl());
    }

    private static Ci fromWire(CiV1 wire) {
        return new Ci(
                wire.getProvider(),
                wire.getRepository(),
                wire.getCommit(),
                wire.getBranch(),
                wire.getRunUrl());
    }
}
