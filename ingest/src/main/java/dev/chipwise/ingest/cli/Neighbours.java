package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.git.Workplace;
import dev.chipwise.ingest.http.TokenFile;
import dev.chipwise.ingest.publish.FreshEnvelopes;
import dev.chipwise.ingest.publish.VersionLog;
import java.util.function.Supplier;

/** What the commands work with; connections are made only when a command needs them. */
public record Neighbours(
        Formats formats,
        Publishers publishers,
        Supplier<VersionLog> versions,
        Supplier<TokenFile> tokens,
        WaitUntilQueryable waiting,
        FreshEnvelopes envelopes,
        Workplace workplace,
        Console console) {}
