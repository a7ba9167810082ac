package dev.chipwise.ingest.fleet;

/**
 * How long a batch takes when nothing throttles: the slower of computing and moving memory, after
 * dispatch (Williams, Waterman and Patterson 2009).
 */
record Roofline(double dispatchMs, double computeMs, double memoryMs) {

    static Roofline of(Cell cell) {
        var model = cell.model();
        var processor = cell.processor();
        double work = cell.batchSize() * model.gflopPerItem() + processor.saturationGflop();
        double computeMs = 1000 * work / processor.rates().get(cell.precision());
        // Weights are read once for the batch; activations are written and read again.
        double traffic =
                model.weightsMb(cell.precision())
                        + 2 * model.activationsMb(cell.precision(), cell.batchSize());
        return new Roofline(
                processor.dispatchMs(), computeMs, traffic / processor.bandwidthGbPerS());
    }

    double latencyMs() {
        return dispatchMs + busyMs();
    }

    /** The share of the time in which the processor draws its active power. */
    double busyShare() {
        return busyMs() / latencyMs();
    }

    boolean memoryBound() {
        return memoryMs > computeMs;
    }

    private double busyMs() {
        return StrictMath.max(computeMs, memoryMs);
    }
}
