package dev.chipwise.snapshotter.duckdb;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/** A list of parts of a row, such as a score per profile, each a STRUCT of these fields. */
record StructList<P>(List<Column<P>> fields) implements ColumnType {

    @Override
    public String sql() {
        return fields.stream()
                .map(field -> '"' + field.name() + "\" " + field.type().sql())
                .collect(Collectors.joining(", ", "STRUCT(", ")[]"));
    }

    @Override
    public DuckDBColumnType carried() {
        return DuckDBColumnType.VARCHAR;
    }

    @Override
    public String expression(String name) {
        return '"' + name + "\"::JSON::" + sql();
    }

    @Override
    public void fill(DuckDBWritableVector to, Object[] values) throws SQLException {
        var texts = new byte[values.length][];
        for (int row = 0; row < values.length; row++) {
            texts[row] = values[row] == null ? null : json((List<?>) values[row]);
        }
        to.setStringUtf8Batch(0, texts);
    }

    @SuppressWarnings("unchecked") // the column was made with a function to such a list
    private byte[] json(List<?> parts) {
        var json = new StringBuilder("[");
        for (int i = 0; i < parts.size(); i++) {
            write((P) parts.get(i), i == 0 ? json : json.append(','));
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A field without a value is written too: one that is missing would be an error. */
    private void write(P part, StringBuilder json) {
        char before = '{';
        for (var field : fields) {
            JsonText.writeText(field.name(), json.append(before));
            JsonText.write(field.value().apply(part), json.append(':'));
            before = ',';
        }
        json.append('}');
    }
}
