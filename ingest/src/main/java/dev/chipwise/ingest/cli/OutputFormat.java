package dev.chipwise.ingest.cli;

/** How rows are printed. */
enum OutputFormat {
    TABLE,
    JSON,
    JSONL,
    CSV,
    MARKDOWN
}
