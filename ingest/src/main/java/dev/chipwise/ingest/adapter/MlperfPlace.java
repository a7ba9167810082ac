package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.util.List;

/**
 * What the folders of a submission say of a log below them: {@code
 * <division>/<submitter>/results/<system>/<model>/<scenario>/…}.
 *
 * @param systemFile the system's description, from the log's folder
 */
record MlperfPlace(
        String division, String submitter, String system, String model, String systemFile) {

    private static final String RESULTS = "results";
    private static final int BELOW_RESULTS = 3;

    /**
     * The place of a log.
     *
     * @param folders above the log, the nearest first
     * @throws UnreadableField when it does not lie in a submission
     */
    static MlperfPlace of(List<String> folders) {
        int results = folders.indexOf(RESULTS);
        if (results < BELOW_RESULTS || folders.size() <= results + 1) {
            throw new UnreadableField(
                    Reason.MISSING_IDENTITY,
                    "",
                    "does not say which model ran on what; leave it in its submission, below"
                            + " <division>/<submitter>/results/<system>/<model>/<scenario>");
        }
        var system = folders.get(results - 1);
        return new MlperfPlace(
                folders.size() > results + 2 ? folders.get(results + 2) : null,
                folders.get(results + 1),
                system,
                folders.get(results - 2),
                "../".repeat(results + 1) + "systems/" + system + ".json");
    }
}
