package dev.chipwise.deploy.bench;

/**
 * How many boards a load has and how big they are; every model has one.
 *
 * @param name first part of its models' names, and of its figures
 * @param cellsPerBoard cells of each board, {@code configurations} of them on one hardware at most
 */
public record LoadShape(String name, int models, int cellsPerBoard, int configurations) {

    public LoadShape {
        if (models < 1 || cellsPerBoard < 1 || configurations < 1) {
            throw new IllegalArgumentException(
                    "a load has at least one model, cell and configuration");
        }
    }

    /** Five hardware with one configuration each. */
    public static LoadShape small(int models) {
        return new LoadShape("small boards", models, 5, 1);
    }

    /** As many cells as a device lab measures of one model. */
    public static LoadShape large(int models) {
        return new LoadShape("large boards", models, 500, 8);
    }

    /** One model that everybody measures. */
    public static LoadShape hot() {
        return new LoadShape("one hot model", 1, 40, 8);
    }

    public int cells() {
        return models * cellsPerBoard;
    }

    String model(int index) {
        return name.replace(' ', '-') + "-" + index;
    }
}
