package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Which model ran on what while a battery log was written. No log says it, so it stands beside the
 * log, in {@code <log>.subject.json} or {@code subject.json}, in the words of our own format; else
 * the import says it.
 */
record BatterySubject(
        Subject subject, String procedure, String deviceState, String powerMode, Long inferences) {

    private static final Set<String> FIELDS =
            Fields.union(
                    OwnSubject.FIELDS, "procedure", "device_state", "power_mode", "inferences");
    private static final String FOR_ALL = "subject.json";
    private static final String CONTINUOUS = "continuous";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads what stands beside the log, or else takes what the import says.
     *
     * @throws UnreadableNeighbour when it makes no sense
     * @throws UnreadableField when there is none and the import does not say it either
     */
    static BatterySubject of(Input input, Catalog catalog) throws IOException {
        var own = input.fileName().replaceFirst("\\.[^.]*$", "") + "." + FOR_ALL;
        for (var name : List.of(own, FOR_ALL)) {
            try (var text = input.surroundings().open(name).orElse(null)) {
                if (text != null) {
                    return read(JSON.readTree(text), catalog, input.context());
                }
            } catch (JsonProcessingException e) {
                int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
                throw new UnreadableNeighbour(
                        Where.line(input.neighbour(name), Math.max(line, 0)),
                        Reason.UNREADABLE,
                        "is not JSON: " + e.getOriginalMessage());
            } catch (UnreadableField unreadable) {
                throw new UnreadableNeighbour(unreadable.at(Where.line(input.neighbour(name), 0)));
            }
        }
        return said(own, catalog, input.context());
    }

    private static BatterySubject said(String own, Catalog catalog, ImportContext context) {
        if (context.subject().isEmpty()) {
            throw new UnreadableField(
                    Reason.MISSING_IDENTITY,
                    "",
                    "does not say which model ran on what; write it beside the log, in "
                            + own
                            + ", or say it with --map");
        }
        var subject = new SubjectDraft().subject(context, catalog);
        return new BatterySubject(subject, CONTINUOUS, null, null, null);
    }

    private static BatterySubject read(JsonNode json, Catalog catalog, ImportContext context) {
        var fields = Fields.of(json, FIELDS);
        return new BatterySubject(
                new OwnSubject(catalog).read(fields, context),
                fields.text("procedure", CONTINUOUS),
                fields.text("device_state"),
                fields.text("power_mode"),
                fields.longInteger("inferences"));
    }
}
