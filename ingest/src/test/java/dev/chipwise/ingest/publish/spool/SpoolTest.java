package dev.chipwise.ingest.publish.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final long LARGE = 1 << 20;

    @TempDir private Path directory;

    @Test
    void keepsEntriesInOrderOverManySegmentsAndOwners() throws IOException {
        for (int owner = 0; owner < 3; owner++) {
            try (var spool = Spool.open(directory, 1_000)) {
                append(spool, owner * 10, 10);
            }
        }

        try (var spool = Spool.open(directory, 1_000)) {
            assertThat(spool.waiting()).isEqualTo(30);
            assertThat(Entries.waitingIn(spool)).isEqualTo(range(0, 30));
            assertThat(SpoolStatus.of(directory).orElseThrow().segments()).isGreaterThan(3);
        }
    }

    @Test
    void whatIsSettledDoesNotComeBackAndItsSpaceIsFree() throws IOException {
        try (var spool = Spool.open(directory, 1_000)) {
            var ends = append(spool, 0, 20);
            spool.settle(ends.get(14), 15);
            assertThat(Entries.waitingIn(spool)).isEqualTo(range(15, 20));
        }

        try (var spool = Spool.open(directory, 1_000)) {
            assertThat(Entries.waitingIn(spool)).isEqualTo(range(15, 20));
            spool.settle(spool.end(), 5);
            assertThat(spool.waiting()).isZero();
        }
        assertThat(SpoolStatus.of(directory).orElseThrow().bytes()).isZero();
    }

    @Test
    void whoeverOnlyLookedForAMomentInThisProcessDoesNotKeepTheSpoolFromItsNextOwner()
            throws IOException {
        Spool.open(directory, LARGE).close();
        try (var looking = FileChannel.open(directory.resolve("lock"), StandardOpenOption.WRITE);
                var held = looking.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> Spool.open(directory, LARGE)).isInstanceOf(SpoolInUse.class);
            assertThat(SpoolStatus.of(directory).orElseThrow().inUse()).isTrue();
        }

        Spool.open(directory, LARGE).close();
    }

    @Test
    void numbersOfSegmentsAreNotUsedAgainWhenAllOfThemAreGone() throws IOException {
        for (int owner = 0; owner < 3; owner++) {
            try (var spool = Spool.open(directory, LARGE)) {
                var end = append(spool, 0, 1).get(0);
                spool.settle(end, 1);
                assertThat(end.segment()).isEqualTo(owner + 1);
            }
        }
    }

    @Test
    void hasNoRoomForAnEntryBeyondTheBound() throws IOException {
        try (var spool = Spool.open(directory, 1_000)) {
            int number = 0;
            while (spool.hasRoomFor(Entries.entry(number))) {
                spool.append(Entries.entry(number++));
            }

            assertThat(SpoolStatus.of(directory).orElseThrow().bytes()).isBetween(970L, 1_000L);
            spool.settle(spool.end(), number);
            assertThat(spool.hasRoomFor(Entries.entry(0))).isTrue();
        }
    }

    @Test
    void aSecondOwnerIsRefusedUntilTheFirstHasEnded() {
        try (var first = Spool.open(directory, LARGE)) {
            assertThatThrownBy(() -> Spool.open(directory, LARGE))
                    .isInstanceOf(SpoolInUse.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("wait until it has ended");
            assertThat(SpoolStatus.of(directory).orElseThrow().inUse()).isTrue();
            assertThat(first.waiting()).isZero();
        }
        assertThat(SpoolStatus.of(directory).orElseThrow().inUse()).isFalse();
        Spool.open(directory, LARGE).close();
    }

    @Test
    void aDamagedEntryIsSetAsideAndSaidAndTheOthersStay() throws IOException {
        try (var spool = Spool.open(directory, LARGE)) {
            append(spool, 0, 5);
        }
        var segment = Entries.segmentOf(directory);
        var bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        assertThat(SpoolStatus.of(directory).orElseThrow().damagedBytes()).isPositive();

        try (var spool = Spool.open(directory, LARGE)) {
            assertThat(Entries.waitingIn(spool)).hasSize(4);
            assertThat(spool.findings())
                    .singleElement()
                    .asString()
                    .contains(segment + ": ")
                    .contains("changed them")
                    .contains("set aside as " + directory.resolve("set-aside"));
        }
        assertThat(SpoolStatus.of(directory).orElseThrow().setAside()).isOne();
    }

    @Test
    void aTornTailIsSetAsideAndTheNextOwnerAppendsBehindIt() throws IOException {
        try (var spool = Spool.open(directory, LARGE)) {
            append(spool, 0, 5);
        }
        var segment = Entries.segmentOf(directory);
        var bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 1));

        try (var spool = Spool.open(directory, LARGE)) {
            append(spool, 5, 2);

            assertThat(Entries.waitingIn(spool)).containsExactly(0, 1, 2, 3, 5, 6);
            assertThat(spool.findings()).singleElement().asString().contains("cut off");
        }
    }

    @Test
    void aSettledSegmentThatAKillKeptFromBeingRemovedDoesNotComeBack() throws IOException {
        byte[] segment;
        try (var spool = Spool.open(directory, LARGE)) {
            append(spool, 0, 5);
            segment = Files.readAllBytes(Entries.segmentOf(directory));
            spool.settle(spool.end(), 5);
        }
        Files.write(directory.resolve("000000000001.spool"), segment);

        try (var spool = Spool.open(directory, LARGE)) {
            assertThat(spool.waiting()).isZero();
            assertThat(SpoolStatus.of(directory).orElseThrow().bytes()).isZero();
        }
    }

    @Test
    void withoutReadableProgressEverythingThatIsThereComesAgainAndThatIsSaid() throws IOException {
        try (var spool = Spool.open(directory, LARGE)) {
            spool.settle(append(spool, 0, 5).get(2), 3);
        }
        var progress = directory.resolve("progress");
        Files.writeString(progress, Files.readString(progress).replace(' ', '-'));

        try (var spool = Spool.open(directory, LARGE)) {
            assertThat(Entries.waitingIn(spool)).isEqualTo(range(0, 5));
            assertThat(spool.findings()).singleElement().asString().contains("is damaged");
        }
    }

    @Test
    void aDirectoryWithoutASpoolHasNoStatusAndStaysAsItIs() {
        assertThat(SpoolStatus.of(directory)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    private static List<Mark> append(Spool spool, int from, int entries) throws IOException {
        var ends = new ArrayList<Mark>();
        for (int number = from; number < from + entries; number++) {
            ends.add(spool.append(Entries.entry(number)));
        }
        return ends;
    }

    private static List<Integer> range(int from, int end) {
        return IntStream.range(from, end).boxed().toList();
    }
}
