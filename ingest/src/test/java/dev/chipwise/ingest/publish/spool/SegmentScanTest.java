package dev.chipwise.ingest.publish.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentScanTest {

    private static final int ENTRIES = 5;

    private final byte[] whole = segment(ENTRIES);

    @Test
    void findsEveryEntryOfAWholeSegment() {
        var scan = SegmentScan.of(whole, 0);

        assertThat(numbers(scan)).containsExactly(0, 1, 2, 3, 4);
        assertThat(scan.damages()).isEmpty();
        assertThat(scan.entries().get(ENTRIES - 1).end()).isEqualTo(whole.length);
    }

    @Test
    void beginsAtAPlaceBetweenEntries() {
        int second = SegmentScan.of(whole, 0).entries().get(1).end();

        assertThat(numbers(SegmentScan.of(whole, second))).containsExactly(2, 3, 4);
    }

    @Test
    void aTailThatIsTornAnywhereCostsOnlyTheEntryThatIsNotWhole() {
        for (int length = 0; length < whole.length; length++) {
            var scan = SegmentScan.of(Arrays.copyOf(whole, length), 0);

            int wholeEntries = entriesWithin(length);
            assertThat(numbers(scan))
                    .as("cut to %s bytes", length)
                    .isEqualTo(IntStream.range(0, wholeEntries).boxed().toList());
            int damaged = length - segment(wholeEntries).length;
            assertThat(damagedBytes(scan)).as("cut to %s bytes", length).isEqualTo(damaged);
        }
    }

    @Test
    void anyByteThatIsFlippedCostsItsEntryAlone() {
        for (int at = 0; at < whole.length; at++) {
            var flipped = whole.clone();
            flipped[at] ^= 0x10;

            var scan = SegmentScan.of(flipped, 0);

            int hit = entriesWithin(at);
            var others = IntStream.range(0, ENTRIES).filter(n -> n != hit).boxed().toList();
            assertThat(numbers(scan)).as("byte %s flipped", at).isEqualTo(others);
            int from = segment(hit).length;
            assertThat(scan.damages())
                    .as("byte %s flipped", at)
                    .containsExactly(new SegmentScan.Damage(from, segment(hit + 1).length));
        }
    }

    @Test
    void zeroesThatAPowerCutLeavesAreNoEntries() {
        var scan = SegmentScan.of(Arrays.copyOf(whole, whole.length + 4096), 0);

        assertThat(numbers(scan)).hasSize(ENTRIES);
        assertThat(damagedBytes(scan)).isEqualTo(4096);
    }

    private static byte[] segment(int entries) {
        var bytes = new ByteArrayOutputStream();
        IntStream.range(0, entries)
                .forEach(number -> bytes.writeBytes(Frame.of(Entries.entry(number)).array()));
        return bytes.toByteArray();
    }

    private static int entriesWithin(int length) {
        return (int)
                IntStream.rangeClosed(1, ENTRIES).filter(n -> segment(n).length <= length).count();
    }

    private static List<Integer> numbers(SegmentScan scan) {
        return scan.entries().stream().map(entry -> Entries.number(entry.event())).toList();
    }

    private static int damagedBytes(SegmentScan scan) {
        return scan.damages().stream().mapToInt(each -> each.end() - each.from()).sum();
    }
}
