package dev.chipwise.ingest.fleet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which models, devices and cells there are, lazily, in a fixed order. */
final class Fleet {

    /**
     * Variants differ by their names alone, not by the seed, so that the truth does not depend on
     * chance.
     */
    private static final long VARIANTS = 0;

    private final FleetTables tables;
    private final FleetSettings settings;
    private final List<Device> devices;

    Fleet(FleetTables tables, FleetSettings settings) {
        this.tables = tables;
        this.settings = settings;
        devices = IntStream.range(0, settings.devices()).mapToObj(this::device).toList();
    }

    int modelCount() {
        return settings.models();
    }

    ModelSpec model(int index) {
        var base = tables.models().get(index % tables.models().size());
        int number = index / tables.models().size();
        if (number == 0) {
            return base;
        }
        return base.variant(
                number, Noise.of(VARIANTS, "size", base.name(), "" + number).factor(0.2));
    }

    Stream<ModelSpec> models() {
        return IntStream.range(0, modelCount()).mapToObj(this::model);
    }

    List<Device> devices() {
        return devices;
    }

    /** Oldest first. */
    List<String> versions() {
        var regression = tables.regression();
        return List.of(regression.fromVersion(), regression.toVersion())
                .subList(0, settings.versions());
    }

    /** The cells of a model on a device; the versions of one configuration follow one another. */
    Stream<Cell> cells(ModelSpec model, Device device) {
        return device.processors().stream()
                .flatMap(processor -> oldestCells(model, device, processor))
                .limit(settings.configurations())
                .flatMap(cell -> versions().stream().map(cell::of));
    }

    /** What a processor can run of the first version. */
    private Stream<Cell> oldestCells(ModelSpec model, Device device, Processor processor) {
        var cells = Stream.<Cell>builder();
        for (var precision : model.precisions()) {
            if (processor.rates().containsKey(precision)) {
                for (int batch : processor.batchSizes()) {
                    cells.add(
                            new Cell(
                                    model, versions().get(0), device, processor, precision, batch));
                }
            }
        }
        return cells.build();
    }

    private Device device(int index) {
        var base = tables.devices().get(index % tables.devices().size());
        int number = index / tables.devices().size();
        if (number == 0) {
            return base;
        }
        return base.variant(
                number, Noise.of(VARIANTS, "clock", base.key(), "" + number).factor(0.15));
    }
}
