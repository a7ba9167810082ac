package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.avro.Codecs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ids of the events that wait in a spool, in their order. */
public final class SpooledIds {

    private static final long LARGE = 1L << 30;

    private SpooledIds() {}

    /** Fails where the spool has anything to complain of. */
    public static List<String> in(Path directory) {
        var ids = new ArrayList<String>();
        try (var owned = Spool.open(directory, LARGE)) {
            assertThat(owned.findings()).isEmpty();
            owned.read(
                    owned.settled(),
                    (end, event) -> ids.add(Codecs.event().decode(event).envelope().eventId()));
        }
        return ids;
    }
}
