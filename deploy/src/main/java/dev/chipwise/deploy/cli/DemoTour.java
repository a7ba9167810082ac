package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.fleet.InjectedRegression;
import dev.chipwise.ingest.fleet.Truth;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.snapshotter.report.OutputFormat;
import dev.chipwise.snapshotter.store.Queries;

/**
 * Shows on stdout what the store has learnt of the sample fleet, and checks it against its known
 * truth.
 */
final class DemoTour {

    private final Session session;
    private final Truth truth;
    private final InjectedRegression injected;

    DemoTour(Session session, Truth truth) {
        this.session = session;
        this.truth = truth;
        injected = truth.regression().orElseThrow();
    }

    /** True when the store is sound and the comparison found just what was injected. */
    boolean show() {
        boolean found;
        try (var queries = session.store().queries()) {
            showRankings(queries);
            found = showComparison(queries);
        }
        boolean sound = showStore();
        showNext();
        return found && sound;
    }

    private void showRankings(Queries queries) {
        var board = board();
        var rankings = new DemoRankings(session.catalog(), board, queries.cells(board));
        var profiles = session.catalog().profiles();
        title(board.model() + " " + board.version() + ": which hardware, for whom");
        for (var profile : profiles.values()) {
            say("profile " + profile.id() + " " + DemoRankings.weights(profile));
            say(OutputFormat.table.render(rankings.under(profile)));
        }
        var latency = profiles.get("latency");
        say("Why they differ: " + truth.explain(board, latency, profiles.get("battery")));
    }

    private BoardKey board() {
        return truth.boards()
                .filter(key -> key.model().equals(injected.model()))
                .filter(key -> key.version().equals(injected.toVersion()))
                .findFirst()
                .orElseThrow();
    }

    private boolean showComparison(Queries queries) {
        var comparison = new DemoComparison(session.catalog(), queries, injected);
        title(
                "What changed from "
                        + injected.fromVersion()
                        + " to "
                        + injected.toVersion()
                        + ", over all models");
        say(OutputFormat.table.render(comparison.regressed()));
        say("all verdicts: " + comparison.verdicts());
        say(comparison.judgement());
        return comparison.foundJustTheInjected();
    }

    private boolean showStore() {
        title("The store");
        say("file: " + session.dataDirectory().storeFile());
        var findings = session.store().verify();
        say(
                findings.isEmpty()
                        ? "store verify: clean"
                        : "store verify: "
                                + findings.size()
                                + " findings, the first: "
                                + findings.get(0));
        return findings.isEmpty();
    }

    private void showNext() {
        var model = injected.model();
        var versions = " --from " + injected.fromVersion() + " --to " + injected.toVersion();
        title("Ask it yourself");
        var where = session.options().whereWords();
        say("./chipwise recommend " + model + " --profile battery" + where);
        say("./chipwise snapshot diff " + model + versions + where);
        say("./chipwise query \"FROM suitability_scores ORDER BY ALL LIMIT 10\"" + where);
    }

    private void title(String text) {
        say("");
        say("== " + text);
    }

    private void say(String line) {
        session.out().println(line);
    }
}
