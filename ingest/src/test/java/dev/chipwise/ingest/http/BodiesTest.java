package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Bodies are unpacked as far as is believable, and no further. */
class BodiesTest {

    private final AtomicLong now = new AtomicLong();
    private final Bodies bodies = new Bodies(Rig.LIMITS);

    @Test
    void aBombIsLeftAfterTheFirstMegabytes() throws IOException {
        try (var body = open(Sent.gzip(new byte[32 << 20]), "gzip")) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(BodyRefused.class);
            assertThat(body.count()).isLessThan(3 << 20);
        }
    }

    @Test
    void aSmallBodyMayBeAsRepetitiveAsItLikes() throws IOException {
        try (var body = open(Sent.zstd(new byte[1 << 20]), "zstd")) {
            assertThat(body.readAllBytes()).hasSize(1 << 20);
        }
    }

    @Test
    void aFrameThatWantsALargeWindowIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packing = new ZstdOutputStream(packed)) {
            packing.setLong(27);
            packing.write(new byte[1000]);
        }
        try (var body = open(packed.toByteArray(), "zstd")) {
            assertThatThrownBy(body::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("memory");
        }
    }

    @Test
    void whatIsPackedInSeveralMembersIsReadToItsEndHoweverTheyArrive() throws IOException {
        var members = new SequenceInputStream(member("one"), member("two"));

        try (var body = open(members, "gzip")) {
            assertThat(body.readAllBytes()).asString().isEqualTo("onetwo");
        }
    }

    @Test
    void aConnectionThatIsLostBehindAMemberIsNotTheEndOfTheBody() throws IOException {
        var members = new SequenceInputStream(member("one"), lost());

        try (var body = open(members, "gzip")) {
            assertThatThrownBy(body::readAllBytes).hasMessage("reset by peer");
        }
    }

    @Test
    void aBodyThatTakesTooLongIsLeft() throws IOException {
        try (var body = open(new byte[100], null)) {
            assertThat(body.read()).isZero();
            now.set(Rig.LIMITS.bodyPatience().toNanos() + 1);

            assertThatThrownBy(body::read)
                    .isInstanceOf(BodyRefused.class)
                    .hasMessageContaining("within 5 s");
        }
    }

    @Test
    void aLostConnectionIsNoFaultOfTheBody() {
        var sent = new SentBody(lost(), Rig.LIMITS, now::get);

        assertThatThrownBy(() -> bodies.open(sent, "gzip")).isInstanceOf(IOException.class);
        assertThat(sent.isLost()).isTrue();
    }

    private UnpackedBody open(byte[] sent, String encoding) throws IOException {
        return open(new ByteArrayInputStream(sent), encoding);
    }

    private UnpackedBody open(InputStream sent, String encoding) throws IOException {
        return bodies.open(new SentBody(sent, Rig.LIMITS, now::get), encoding);
    }

    private static InputStream member(String text) {
        return new ByteArrayInputStream(Sent.gzip(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static InputStream lost() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset by peer");
            }
        };
    }
}
