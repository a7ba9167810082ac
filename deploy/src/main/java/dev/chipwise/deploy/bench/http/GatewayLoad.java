package dev.chipwise.deploy.bench.http;

import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import java.net.URI;
import java.util.List;

/**
 * The records that a gateway is sent, and the same ones as a producer would send what the gateway
 * makes of them.
 */
public final class GatewayLoad {

    private final List<OwnJson> records;
    private final List<Wire<?>> wires;

    /** The benchmark results among these. */
    public GatewayLoad(List<Result> results, Catalog catalog) {
        records =
                results.stream()
                        .filter(BenchmarkResult.class::isInstance)
                        .map(result -> OwnJson.of((BenchmarkResult) result))
                        .toList();
        if (records.isEmpty()) {
            throw new IllegalStateException("no benchmark result among " + results.size());
        }
        wires = OwnJson.read(records, catalog).stream().<Wire<?>>map(Wire::of).toList();
    }

    public List<Wire<?>> wires() {
        return wires;
    }

    List<Post> posts(URI gateway, int recordsPerRequest) {
        return Post.all(gateway.getHost() + ":" + gateway.getPort(), records, recordsPerRequest);
    }
}
