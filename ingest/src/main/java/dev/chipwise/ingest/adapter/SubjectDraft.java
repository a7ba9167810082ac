package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a file of another tool says of a subject; together with what the import says it becomes the
 * subject. Null and blank words say nothing.
 */
final class SubjectDraft {

    private static final String DEFAULT_TEST_CASE = "default";
    private static final String UNSPECIFIED = "unspecified";

    private final Map<SubjectField, String> words = new EnumMap<>(SubjectField.class);
    private String modelFile;
    private String family;
    private Double parametersMillion;
    private HardwareWord machine = HardwareWord.NOTHING;
    private String os;
    private String osVersion;
    private String inputShape;
    private String runtimeVersion;
    private String delegate;
    private String quantization;
    private Integer threads;

    /** What the file says of a field; a name of several lines, such as a command, becomes one. */
    SubjectDraft says(SubjectField field, String word) {
        if (word != null && !word.isBlank()) {
            words.put(field, word.strip().replaceAll("\\s*[\\t\\r\\n]+\\s*", " "));
        }
        return this;
    }

    /** Takes what is called like a field for what the file says of it; gives back the others. */
    SortedMap<String, String> saysAll(Map<String, String> named) {
        var others = new TreeMap<>(named);
        for (var field : SubjectField.values()) {
            says(field, others.remove(field.word()));
        }
        return others;
    }

    /**
     * The name of a benchmark is the test case. Parameters called like a field say that field and
     * are no part of the test case, so that their values can be compared.
     *
     * @param name with or without its parameters in brackets
     */
    SubjectDraft benchmark(String name, Map<String, String> parameters) {
        var others = saysAll(parameters);
        if (words.containsKey(SubjectField.TEST_CASE)) {
            return this;
        }
        var rest =
                others.entrySet().stream()
                        .map(other -> other.getKey() + "=" + other.getValue())
                        .collect(Collectors.joining(",", "[", "]"));
        var bare = name.replaceFirst("\\[.*]$", "");
        boolean complete =
                parameters.isEmpty() || others.size() == parameters.size() && !bare.equals(name);
        return says(
                SubjectField.TEST_CASE, complete ? name : others.isEmpty() ? bare : bare + rest);
    }

    /** The file that the model lay in: its name when nobody says another. */
    SubjectDraft modelFile(String name) {
        modelFile = name;
        return this;
    }

    SubjectDraft model(String family, Double parametersMillion) {
        this.family = family;
        this.parametersMillion = parametersMillion;
        return this;
    }

    /** What the file knows of the hardware itself; null where it does not. */
    SubjectDraft machine(String type, String vendor, String device) {
        machine = new HardwareWord(type, vendor, device, null);
        return this;
    }

    SubjectDraft os(String name, String version) {
        os = name;
        osVersion = version;
        return this;
    }

    SubjectDraft inputShape(String shape) {
        inputShape = shape;
        return this;
    }

    SubjectDraft runtime(String name, String version) {
        runtimeVersion = version;
        return says(SubjectField.RUNTIME, name);
    }

    SubjectDraft delegate(String name) {
        delegate = name;
        return this;
    }

    SubjectDraft quantization(String scheme) {
        quantization = scheme;
        return this;
    }

    SubjectDraft threads(Integer count) {
        threads = count;
        return this;
    }

    /**
     * The subject.
     *
     * @throws UnreadableField when neither the file nor the import says what it must
     */
    Subject subject(ImportContext context, Catalog catalog) {
        return new Subject(
                model(context.orElse(SubjectField.MODEL, modelFile)),
                Version.tagged(word(SubjectField.VERSION, context, Version.UNVERSIONED)),
                hardware(context, catalog),
                new Workload(
                        word(SubjectField.TASK, context, Workload.INFERENCE),
                        word(SubjectField.TEST_CASE, context, DEFAULT_TEST_CASE),
                        inputShape,
                        null),
                configuration(context, catalog));
    }

    private Model model(ImportContext context) {
        return new Model(
                required(SubjectField.MODEL, context), family, null, null, parametersMillion);
    }

    private Hardware hardware(ImportContext context, Catalog catalog) {
        var path = SubjectField.HARDWARE.word();
        var own = HardwareWord.of(words.get(SubjectField.HARDWARE), path, catalog);
        var said = HardwareWord.of(context.said(SubjectField.HARDWARE), path, catalog);
        var whole = machine.or(own).or(said).required(path);
        return new Hardware(
                whole.id(),
                whole.type(),
                whole.vendor(),
                whole.device(),
                null,
                os,
                osVersion,
                null,
                null);
    }

    private Configuration configuration(ImportContext context, Catalog catalog) {
        var precision = word(SubjectField.PRECISION, context, UNSPECIFIED);
        return new Configuration(
                required(SubjectField.RUNTIME, context),
                runtimeVersion,
                delegate,
                catalog.precision(precision).orElse(precision),
                quantization,
                1,
                threads);
    }

    private String word(SubjectField field, ImportContext context, String otherwise) {
        var word = context.word(field, words.get(field));
        return word == null ? otherwise : word;
    }

    private String required(SubjectField field, ImportContext context) {
        return context.required(field, words.get(field), field.word());
    }
}
