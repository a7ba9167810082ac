package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.HardwareId;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The runtime in a framework's free text: its words without the versions, so that "TensorRT 9.0.0,
 * CUDA 12.2" and "TensorRT 9.3.0, CUDA 12.2" are one runtime. The text as written is its version.
 */
final class MlperfRuntime {

    private static final String UNSPECIFIED = "unspecified";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;/()=|]+");
    private static final Pattern VERSION =
            Pattern.compile("(?i)v?\\d.*|v(default|master|main|latest)|version|.*://.*");

    private MlperfRuntime() {}

    static Configuration configuration(String framework, String precision) {
        return new Configuration(
                name(framework), Labels.cut(framework), null, precision, null, 1, null);
    }

    static Configuration configuration(String framework) {
        return configuration(framework, UNSPECIFIED);
    }

    static String name(String framework) {
        if (framework == null) {
            return UNSPECIFIED;
        }
        var words =
                Arrays.stream(BETWEEN_WORDS.split(framework))
                        .filter(word -> !VERSION.matcher(word).matches())
                        .collect(Collectors.joining(" "));
        var slug = HardwareId.slug(words);
        return slug.isEmpty() ? UNSPECIFIED : Labels.cut(slug);
    }
}
