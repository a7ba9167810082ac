package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the formats that can be published. */
@Command(name = "formats", description = "Lists the formats that 'publish' and 'validate' read.")
final class FormatsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    FormatsCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Integer call() {
        var rows = neighbours.formats().all().stream().map(FormatsCommand::row).toList();
        new Rows(List.of("format", "carries", "lacks"), rows)
                .print(neighbours.console(), spec.commandLine());
        return ExitCodes.OK;
    }

    private static Map<String, Object> row(Format format) {
        var row = new LinkedHashMap<String, Object>();
        row.put("format", format.id());
        row.put("carries", format.carries());
        row.put("lacks", format.lacks());
        return row;
    }
}
