package dev.chipwise.ingest.http;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

/** Which field a rejection is about, and what to do about it. */
final class Advice {

    /** Sentences about a field begin with it. */
    private static final Pattern FIRST_WORD = Pattern.compile("^[a-z0-9_]+(\\.[a-z0-9_]+)*(?= )");

    private final Catalog catalog;
    private final Properties fixes = read("fixes.properties");
    private final Properties fields = read("fields.properties");

    Advice(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What to do; every reason has one. */
    String fix(Reason reason) {
        return fixes.getProperty(reason.code());
    }

    /** The path of the field in our own JSON, or an empty text where it is the whole record. */
    String field(Reason reason, String detail) {
        var word = FIRST_WORD.matcher(detail);
        if (word.find()) {
            if (catalog.metric(word.group()).isPresent()) {
                return "metrics." + word.group();
            }
            if (word.group().indexOf('.') > 0 || fields.containsKey("is." + word.group())) {
                return word.group();
            }
        }
        return fields.getProperty(reason.code(), "");
    }

    private static Properties read(String name) {
        var properties = new Properties();
        try (var text =
                new InputStreamReader(
                        Advice.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(text);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
