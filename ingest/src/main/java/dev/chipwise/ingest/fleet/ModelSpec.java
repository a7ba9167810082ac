package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Workload;
import java.util.List;

/**
 * A model of the sample fleet and the work that one item of it makes.
 *
 * @param base the name in the fleet's tables
 * @param activationMb activations of one item at two bytes each
 * @param precisions that it exists in, widest first
 */
record ModelSpec(
        String base,
        Model model,
        Workload workload,
        String itemUnit,
        double gflopPerItem,
        double activationMb,
        int layers,
        List<Precision> precisions) {

    ModelSpec {
        precisions = List.copyOf(precisions);
    }

    String name() {
        return model.name();
    }

    /** Weights in MB. */
    double weightsMb(Precision precision) {
        return model.parametersMillion() * precision.weightBytes();
    }

    /** Activations of a batch in MB. */
    double activationsMb(Precision precision, int batchSize) {
        return batchSize
                * activationMb
                * precision.activationBytes()
                / Precision.FP16.activationBytes();
    }

    /** Another model of the same family, numbered, with that much more (or less) of everything. */
    ModelSpec variant(int number, double size) {
        var renamed =
                new Model(
                        base + "-" + number,
                        model.family(),
                        model.task(),
                        model.modality(),
                        model.parametersMillion() * size);
        return new ModelSpec(
                base,
                renamed,
                workload,
                itemUnit,
                gflopPerItem * size,
                activationMb * size,
                layers,
                precisions);
    }
}
