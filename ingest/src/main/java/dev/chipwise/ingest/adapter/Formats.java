package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Catalog;
import java.util.List;
import java.util.Optional;

/** Every format that can be read. The more particular ones are asked first. */
public final class Formats {

    private final OwnFormat own;
    private final List<Format> all;

    public Formats(Catalog catalog) {
        own = new OwnFormat(catalog);
        all =
                List.of(
                        new AiHubPerfFormat(catalog),
                        new MlperfTableFormat(catalog),
                        new MlperfLoadgenFormat(catalog),
                        new MlperfTinyFormat(catalog),
                        new MlperfMobileFormat(catalog),
                        new BatteryCsvFormat(catalog),
                        new LiteRtFormat(catalog),
                        new AndroidxFormat(catalog),
                        new LlamaBenchFormat(catalog),
                        new GoogleBenchmarkFormat(catalog),
                        new JmhFormat(catalog),
                        new PytestBenchmarkFormat(catalog),
                        new HyperfineFormat(catalog),
                        new JunitFormat(catalog),
                        own,
                        new BencherFormat(catalog));
    }

    public List<Format> all() {
        return all;
    }

    /** Our own, which standard input is taken for unless something else is said. */
    public Format own() {
        return own;
    }

    public Optional<Format> named(String id) {
        return all.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** The first format that recognises the file. */
    public Optional<Format> recognise(String fileName, String head) {
        return all.stream().filter(format -> format.recognises(fileName, head)).findFirst();
    }
}
