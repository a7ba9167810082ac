package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.StoreException;
import java.nio.file.Path;

/** A process of its own that tries to open a store to write. */
final class OpeningProcess {

    static final int REFUSED = 3;

    private OpeningProcess() {}

    public static void main(String[] arguments) {
        try {
            DuckDbStore.open(Path.of(arguments[0]), DuckDbSettings.DEFAULT, Catalog.shipped())
                    .close();
        } catch (StoreException refused) {
            System.out.println(refused.getMessage());
            System.exit(REFUSED);
        }
    }
}
