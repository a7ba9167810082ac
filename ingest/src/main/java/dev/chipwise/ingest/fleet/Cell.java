package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;

/** What one sample run is about, in the fleet's own terms. */
record Cell(
        ModelSpec model,
        String version,
        Device device,
        Processor processor,
        Precision precision,
        int batchSize) {

    Subject subject() {
        return new Subject(
                model.model(),
                Version.tagged(version),
                device.hardware(),
                model.workload(),
                configuration());
    }

    /** The same cell of another version of the model. */
    Cell of(String otherVersion) {
        return new Cell(model, otherVersion, device, processor, precision, batchSize);
    }

    CellKey key() {
        return subject().cell();
    }

    Configuration configuration() {
        return new Configuration(
                processor.runtime(),
                processor.runtimeVersion(),
                processor.delegate(),
                precision.id(),
                null,
                batchSize,
                null);
    }

    /** The names that a cell shares with the same cell of another version. */
    String[] names() {
        return new String[] {model.name(), device.hardware().id(), configuration().id()};
    }
}
