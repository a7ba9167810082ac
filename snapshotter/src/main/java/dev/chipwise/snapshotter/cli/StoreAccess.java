package dev.chipwise.snapshotter.cli;

import dev.chipwise.snapshotter.report.Table;
import dev.chipwise.snapshotter.store.Queries;

/** How a command reaches the store, whether somebody writes it at the moment or not. */
public interface StoreAccess {

    /** The newest state, for named questions; the caller closes it. */
    Queries queries();

    /** The answer to a person's own SQL, which can change nothing. */
    Table sql(String statement, int mostRows);
}
