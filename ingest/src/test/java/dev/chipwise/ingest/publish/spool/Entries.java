package dev.chipwise.ingest.publish.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Entries that are told apart by their number, and look like records on the wire. */
final class Entries {

    private Entries() {}

    /** Longer than others by its number, from 10 bytes on. */
    static byte[] entry(int number) {
        var bytes = new byte[10 + number % 7];
        bytes[0] = (byte) 0xC3;
        bytes[1] = 1;
        bytes[2] = (byte) number;
        return bytes;
    }

    static int number(byte[] entry) {
        return entry[2];
    }

    /** The numbers of all entries that wait, in order. */
    static List<Integer> waitingIn(Spool spool) {
        var numbers = new ArrayList<Integer>();
        spool.read(spool.settled(), (end, event) -> numbers.add(number(event)));
        return numbers;
    }

    /** The only segment. */
    static Path segmentOf(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
