package dev.chipwise.ingest.cli;

import java.io.InputStream;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Where a command runs, and how the user likes to be spoken to; the global options are asked when a
 * command runs, not before.
 *
 * @param interactive whether a person watches stderr
 * @param quiet whether to say nothing there but errors
 * @param output name of an {@link OutputFormat}
 */
public record Console(
        InputStream in,
        Clock clock,
        boolean interactive,
        BooleanSupplier quiet,
        Supplier<String> output) {}
