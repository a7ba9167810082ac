package dev.chipwise.ingest.publish.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Up to where a spool is settled, in a file of one line: segment, offset, CRC32C of both. When it
 * is lost or damaged everything that is still there goes out again, which changes nothing.
 */
record Progress(Path file) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18} \\d{1,18}) ([0-9a-f]{1,8})\n");

    /** Nothing where the file is damaged. */
    Optional<Mark> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(Mark.START);
        }
        var line = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!line.matches() || !checksum(line.group(1)).equals(line.group(2))) {
            return Optional.empty();
        }
        var numbers = line.group(1).split(" ");
        return Optional.of(new Mark(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
    }

    void write(Mark mark) throws IOException {
        var numbers = mark.segment() + " " + mark.offset();
        var line = numbers + " " + checksum(numbers) + "\n";
        SpoolFiles.replace(file, line.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String checksum(String numbers) {
        var crc = new CRC32C();
        crc.update(numbers.getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(crc.getValue());
    }
}
