package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a llama-bench test ran on, and what it was told about it. Where layers were split between
 * CPU and GPU, or the backend drives any maker's GPU, the file does not say the hardware type.
 */
final class LlamaBenchMachine {

    /** Flags of the files before the end of 2024, by the backend they stand for. */
    private static final Map<String, String> FLAGS =
            new TreeMap<>(
                    Map.of(
                            "cuda", "CUDA",
                            "metal", "Metal",
                            "vulkan", "Vulkan",
                            "opencl", "OpenCL",
                            "sycl", "SYCL",
                            "kompute", "Kompute"));

    private static final List<String> ON_CPU = List.of("CPU", "BLAS", "");
    private static final Map<String, String> VENDORS =
            Map.of(
                    "nvidia", "nvidia",
                    "amd", "amd",
                    "intel", "intel",
                    "apple", "apple",
                    "adreno", "qualcomm",
                    "qualcomm", "qualcomm",
                    "mali", "arm");
    private static final String CPU = "cpu";

    private LlamaBenchMachine() {}

    static void add(Fields test, ResultDraft draft) {
        var backends = backends(test);
        var accelerators = backends.stream().filter(each -> !ON_CPU.contains(each)).toList();
        boolean onCpu = accelerators.isEmpty() || "none".equals(test.text("devices"));
        var name = onCpu ? test.text("cpu_info") : test.text("gpu_info");
        var vendor = vendor(name);
        boolean split = !onCpu && Long.valueOf(0).equals(test.longInteger("n_gpu_layers"));
        draft.subject().delegate(delegate(onCpu ? List.of("CPU") : accelerators, onCpu, test));
        if (onCpu) {
            draft.subject().machine(vendor == null ? null : CPU, vendor, name);
        } else if (!split) {
            draft.subject().machine(type(accelerators, vendor), vendor, name);
        }
    }

    private static List<String> backends(Fields test) {
        var written = test.text("backends");
        if (written != null) {
            return List.of(written.split(","));
        }
        var set = new ArrayList<String>();
        FLAGS.forEach(
                (flag, backend) -> {
                    if (Boolean.TRUE.equals(test.flag(flag))) {
                        set.add(backend);
                    }
                });
        return set;
    }

    /** The type, or null; files of 2023 call ROCm CUDA too. */
    private static String type(List<String> accelerators, String vendor) {
        if (accelerators.size() != 1) {
            return null;
        }
        return switch (accelerators.get(0)) {
            case "CUDA" -> "amd".equals(vendor) ? "rocm" : "cuda";
            case "ROCm", "HIP" -> "rocm";
            case "Metal", "MTL" -> "mps";
            default -> null;
        };
    }

    private static String vendor(String name) {
        var lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        Optional<String> found =
                VENDORS.keySet().stream().filter(lower::contains).sorted().findFirst();
        return found.map(VENDORS::get).orElse(null);
    }

    /** What changes the speed is part of the configuration, or sweeps would look like noise. */
    private static String delegate(List<String> backends, boolean onCpu, Fields test) {
        var delegate = new StringBuilder(String.join(",", backends));
        append(delegate, " ngl", onCpu ? null : test.raw("n_gpu_layers"));
        append(delegate, " b", test.raw("n_batch"));
        append(delegate, " ub", test.raw("n_ubatch"));
        append(delegate, " fa", test.raw("flash_attn"));
        for (var cache : List.of("type_k", "type_v")) {
            var type = test.text(cache, "f16");
            if (!type.equals("f16")) {
                delegate.append(' ').append(cache.replace("type_", "ct")).append('=').append(type);
            }
        }
        return delegate.toString();
    }

    private static void append(StringBuilder delegate, String name, JsonNode value) {
        if (value != null) {
            var text = value.isBoolean() ? (value.booleanValue() ? "1" : "0") : value.asText();
            delegate.append(name).append(text);
        }
    }
}
