package dev.chipwise.ingest.adapter;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A model as llama.cpp describes it.
 *
 * @param type such as {@code qwen2 7B Q4_K - Medium}: architecture, size, quantization
 * @param file the path that it was loaded from
 */
record LlamaModel(String type, String file) {

    private static final Pattern SHARD = Pattern.compile("-\\d{5}-of-\\d{5}$");
    private static final Pattern QUANTIZATION =
            Pattern.compile(
                    "[-._](?:UD-)?(?:I?Q\\d\\w*|BF16|F16|F32|FP16|FP32|MXFP4\\w*)$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("(\\S+) (\\S+) (?:mostly |all )?(\\S.*)");

    /** What has a word of the catalogue; the mixtures of the K family have none. */
    private static final Map<String, String> PRECISIONS =
            Map.of(
                    "F32", "fp32",
                    "F16", "fp16",
                    "BF16", "bf16",
                    "Q8_0", "w8",
                    "Q4_0", "w4",
                    "Q4_1", "w4");

    /** The file's name without folders, ending, shard and quantization, or null. */
    String name() {
        var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        if (name.toLowerCase(Locale.ROOT).endsWith(".gguf")) {
            name = name.substring(0, name.length() - ".gguf".length());
        }
        name = SHARD.matcher(name).replaceFirst("");
        name = QUANTIZATION.matcher(name).replaceFirst("");
        return name.isBlank() ? null : name;
    }

    /** The architecture, or null. */
    String family() {
        return part(1);
    }

    /** As written, such as {@code Q4_K - Medium}, or null. */
    String quantization() {
        return part(3);
    }

    /** The precision that the quantization surely is, or null. */
    String precision() {
        var quantization = quantization();
        return quantization == null ? null : PRECISIONS.get(quantization);
    }

    private String part(int group) {
        var parts = TYPE.matcher(type);
        return parts.matches() ? parts.group(group) : null;
    }
}
