package dev.chipwise.schemas.domain;

/** What a result is about: which model version did what on which hardware, and how. */
public record Subject(
        Model model,
        Version version,
        Hardware hardware,
        Workload workload,
        Configuration configuration) {

    public BoardKey board() {
        return new BoardKey(model.name(), version.tag(), workload.id());
    }

    public CellKey cell() {
        return new CellKey(board(), hardware.id(), configuration.id());
    }

    public Subject withVersion(Version other) {
        return new Subject(model, other, hardware, workload, configuration);
    }
}
