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
 * log, in {@code <log>.subject.json} or {@code subject.json}, in the words of our own format.
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
     * Reads what stands beside the log.
     *
     * @throws UnreadableNeighbour when it makes no sense
     * @throws UnreadableField when there is none
     */
    static BatterySubject beside(Input input, Catalog catalog) throws IOException {
        var own = input.fileName().replaceFirst("\\.[^.]*$", "") + "." + FOR_ALL;
        for (var name : List.of(own, FOR_ALL)) {
            try (var text = input.surroundings().open(name).orElse(null)) {
                if (text != null) {
                    return of(JSON.readTree(text), catalog, input.context());
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
        throw new UnreadableField(
                Reason.MISSING_IDENTITY,
                "",
                "does not say which model ran on what; write it beside the log, in " + own);
    }

    private static BatterySubject of(JsonNode json, Catalog catalog, ImportContext context) {
        var fields = Fields.of(json, FIELDS);
        return new BatterySubject(
                new OwnSubject(catalog).read(fields, context),
                fields.text("procedure", CONTINUOUS),
                fields.text("device_state"),
                fields.text("power_mode"),
                fields.longInteger("inferences"));
    }
}
