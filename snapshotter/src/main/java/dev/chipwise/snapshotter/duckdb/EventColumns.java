package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Ci;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.List;

/** The columns that every raw event has, written and read. */
final class EventColumns {

    private EventColumns() {}

    static List<Column<Envelope>> head() {
        return new Columns<Envelope>()
                .uuid("event_id", Envelope::eventId)
                .time("occurred_at", Envelope::occurredAt)
                .list();
    }

    static List<Column<Envelope>> labels() {
        return new Columns<Envelope>()
                .text("source_kind", envelope -> envelope.source().kind().wireName())
                .textMap("labels", Envelope::labels)
                .list();
    }

    static List<Column<Envelope>> source() {
        return new Columns<Envelope>()
                .text("source_name", envelope -> envelope.source().name())
                .text("source_version", envelope -> envelope.source().version())
                .text("source_host", envelope -> envelope.source().host())
                .with(ci(), Envelope::ci)
                .list();
    }

    private static List<Column<Ci>> ci() {
        return new Columns<Ci>()
                .text("ci_provider", ci -> ci.provider() == null ? "" : ci.provider())
                .text("ci_repository", Ci::repository)
                .text("ci_commit", Ci::commit)
                .text("ci_branch", Ci::branch)
                .text("ci_run_url", Ci::runUrl)
                .list();
    }

    static List<Column<Model>> model() {
        return new Columns<Model>()
                .text("model_family", Model::family)
                .text("model_task", Model::task)
                .text("model_modality", Model::modality)
                .number("parameters_million", Model::parametersMillion)
                .list();
    }

    static List<Column<RawRow<?>>> place() {
        return new Columns<RawRow<?>>()
                .text("topic", RawRow::topic)
                .integer("partition", RawRow::partition)
                .bigint("offset", RawRow::offset)
                .time("recorded_at", RawRow::recordedAt)
                .bigint("batch", RawRow::batch)
                .uuid("content_hash", row -> ContentHashes.uuid(row.contentHash()))
                .list();
    }

    static Envelope envelope(Row row) throws SQLException {
        var source =
                new Source(
                        Source.Kind.of(row.text("source_kind")),
                        row.text("source_name"),
                        row.text("source_version"),
                        row.text("source_host"));
        return new Envelope(
                row.text("event_id"),
                row.time("occurred_at"),
                source,
                ci(row),
                row.texts("labels"));
    }

    private static Ci ci(Row row) throws SQLException {
        var provider = row.text("ci_provider");
        if (provider == null) {
            return null;
        }
        return new Ci(
                provider.isEmpty() ? null : provider,
                row.text("ci_repository"),
                row.text("ci_commit"),
                row.text("ci_branch"),
                row.text("ci_run_url"));
    }

    static Model model(Row row) throws SQLException {
        return new Model(
                row.text("model"),
                row.text("model_family"),
                row.text("model_task"),
                row.text("model_modality"),
                row.number("parameters_million"));
    }
}
