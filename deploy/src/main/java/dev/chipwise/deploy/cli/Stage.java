package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.util.List;
import java.util.Locale;

/** The stages that run for long, in the order of the data's path. */
enum Stage {
    GATEWAY {
        @Override
        List<? extends Topic<?, ?>> reads(Topics topics) {
            return List.of();
        }
    },
    SCORER {
        @Override
        List<? extends Topic<?, ?>> reads(Topics topics) {
            return List.of(
                    topics.benchmarkResult(),
                    topics.batteryResult(),
                    topics.modelVersion(),
                    topics.resultRetraction());
        }
    },
    SNAPSHOTTER {
        @Override
        List<? extends Topic<?, ?>> reads(Topics topics) {
            return List.of(topics.suitabilityScore(), topics.cellSummary(), topics.modelVersion());
        }
    },
    SINK {
        @Override
        List<? extends Topic<?, ?>> reads(Topics topics) {
            return topics.all();
        }
    };

    /** What it reads as a member of its group, or in the sink's case reports to have read. */
    abstract List<? extends Topic<?, ?>> reads(Topics topics);

    /** The word that commands, consumer groups and metrics use. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that read topics, in order. */
    static List<Stage> readers() {
        return List.of(SCORER, SNAPSHOTTER, SINK);
    }

    boolean isTopology() {
        return this == SCORER || this == SNAPSHOTTER;
    }
}
