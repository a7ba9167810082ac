package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.git.CiRun;
import java.util.Optional;

/** What an import did, as Markdown for the page of a CI run. */
record MarkdownSummary(String command, String accepting, Optional<CiRun> run) {

    private static final int MOST_FILES = 50;

    String of(ImportReport report) {
        var text = new StringBuilder("### chipwise ").append(command).append("\n\n");
        text.append("**").append(report.summary(accepting)).append("**\n");
        run.ifPresent(known -> text.append('\n').append(origin(known)).append('\n'));
        if (report.failure() != null) {
            text.append("\nNot delivered: ").append(cell(report.failure().getMessage()));
            text.append('\n');
        }
        addFiles(report, text);
        addRejections(report, text);
        return text.append('\n').toString();
    }

    private void addFiles(ImportReport report, StringBuilder text) {
        var files = report.files();
        text.append("\n| file | ").append(accepting).append(" | rejected | left out | spooled |");
        text.append("\n| --- | ---: | ---: | ---: | ---: |\n");
        files.entrySet().stream()
                .limit(MOST_FILES)
                .forEach(file -> addRow(text, file.getKey(), counts(file.getValue())));
        if (files.size() > MOST_FILES) {
            addRow(text, "… and " + (files.size() - MOST_FILES) + " more", "", "", "", "");
        }
    }

    private static void addRejections(ImportReport report, StringBuilder text) {
        var rejections = report.rejections();
        if (rejections.isEmpty()) {
            return;
        }
        text.append("\n| where | reason | what is wrong |\n| --- | --- | --- |\n");
        for (var each : rejections) {
            addRow(text, each.where().toString(), each.reason().code(), each.detail());
        }
        if (report.rejected() > rejections.size()) {
            addRow(text, "… and " + (report.rejected() - rejections.size()) + " more", "", "");
        }
    }

    private static String[] counts(FileCounts counts) {
        return new String[] {
            Long.toString(counts.accepted()),
            Long.toString(counts.rejected()),
            Long.toString(counts.leftOut()),
            Long.toString(counts.spooled())
        };
    }

    private static void addRow(StringBuilder text, String first, String... others) {
        text.append("| ").append(cell(first)).append(" |");
        for (var other : others) {
            text.append(' ').append(cell(other)).append(" |");
        }
        text.append('\n');
    }

    private static String origin(CiRun run) {
        var ci = run.ci();
        var text = new StringBuilder(cell(ci.provider()));
        add(text, ", commit ", ci.commit());
        add(text, ", branch ", ci.branch());
        add(text, ", tag ", run.tag());
        add(text, ", ", ci.runUrl());
        return text.toString();
    }

    private static void add(StringBuilder text, String before, String what) {
        if (what != null) {
            text.append(before).append(cell(what));
        }
    }

    /** Text from files and branches must not become a table, a link or HTML. */
    private static String cell(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_{}\\[\\]|~#!])", "\\\\$1");
    }
}
