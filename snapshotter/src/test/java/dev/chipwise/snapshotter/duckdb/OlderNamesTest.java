package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.Traffic;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL that people wrote for the older benchmark database goes on working. */
class OlderNamesTest {

    private DuckDbStore store;

    @BeforeEach
    void fill() {
        var traffic = Traffic.of(2, 80);
        traffic.add(Samples.benchmark(300));
        traffic.add(
                Samples.result(301).failing(Outcome.Status.FAILED, "out_of_memory").benchmark());
        traffic.add(Samples.version(302));
        traffic.add(withSamples(Samples.battery(303)));
        traffic.add(Samples.result(304).benchmark());
        traffic.add(Samples.retraction(305, Samples.benchmark(304)));
        store = DuckDbStore.inMemory(DuckDbSettings.DEFAULT, Catalog.shipped());
        store.start(traffic.starts());
        traffic.batches(new Random(2), 1000).forEach(store::write);
    }

    private static BatteryResult withSamples(BatteryResult run) {
        return new BatteryResult(
                run.envelope(),
                run.subject(),
                run.outcome(),
                run.measurements(),
                run.evidence(),
                run.protocol(),
                new BatteryResult.Throttling(2, 12.5, 3),
                run.temperatures(),
                List.of(new BatteryResult.Sample(1000, 4000.0, 500_000.0, 31.0, 80.0)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "models | model_id, model_name, model_family, modality, source, version,"
                        + " parameters_million, metadata, created_at",
                "hardware_platforms | hardware_id, hardware_type, device_name, platform,"
                        + " platform_version, driver_version, memory_gb, compute_units, metadata,"
                        + " created_at",
                "test_runs | run_id, test_name, test_type, started_at, completed_at,"
                        + " execution_time_seconds, success, git_commit, git_branch, command_line,"
                        + " metadata, created_at",
                "performance_results | result_id, run_id, model_id, hardware_id, test_case,"
                        + " batch_size, precision, total_time_seconds, average_latency_ms,"
                        + " throughput_items_per_second, memory_peak_mb, iterations, warmup_iterations,"
                        + " metrics, created_at",
                "hardware_compatibility | compatibility_id, run_id, model_id, hardware_id,"
                        + " is_compatible, detection_success, initialization_success, error_message,"
                        + " error_type, suggested_fix, workaround_available, compatibility_score,"
                        + " metadata, created_at",
                "model_registry_versions | id, model_id, version_tag, version_hash, created_at,"
                        + " metadata",
                "hardware_model_compatibility | id, model_id, hardware_id, compatibility_score,"
                        + " suitability_score, recommended_batch_size, recommended_precision,"
                        + " memory_requirement, created_at, last_updated, notes",
                "task_recommendations | id, task_type, model_id, hardware_id, suitability_score,"
                        + " created_at, last_updated",
                "hardware_compatibility_snapshots | id, model_id, version_id, hardware_id,"
                        + " compatibility_score, suitability_score, recommended_batch_size,"
                        + " recommended_precision, memory_requirement, created_at",
                "battery_impact_results | id, model_id, hardware_id, test_procedure, batch_size,"
                        + " quantization_method, power_consumption_avg, power_consumption_peak,"
                        + " energy_per_inference, battery_impact_percent_hour, temperature_increase,"
                        + " performance_per_watt, battery_life_impact, device_state, test_config,"
                        + " created_at",
                "battery_impact_time_series | id, result_id, timestamp, power_consumption,"
                        + " temperature, throughput, memory_usage",
                "thermal_throttling_events | id, result_id, start_time, end_time, duration_seconds,"
                        + " max_temperature_celsius, performance_impact_percent, throttling_level,"
                        + " zone_name, event_type, actions_taken, created_at",
                "mobile_device_metrics | id, result_id, device_model, os_version, processor_type,"
                        + " battery_capacity_mah, battery_temperature_celsius, cpu_temperature_celsius,"
                        + " gpu_temperature_celsius, cpu_utilization_percent, gpu_utilization_percent,"
                        + " memory_utilization_percent, network_utilization_percent, created_at",
                "score_history | valid_from, valid_to, revision, score, lower, upper",
                "recommendation_history | valid_from, valid_to, revision, hardware_id",
                "snapshot_history | valid_from, valid_to, revision, content_hash",
                "cell_metrics | metric, runs, centre, spread",
                "seen_hardware | hardware_id, memory_mb",
                "version_conflicts | model, version, registrations"
            })
    void answersUnderThatNameWithThoseColumns(String view, String columns) throws SQLException {
        // When
        var counted =
                store.file()
                        .query(
                                "SELECT count(*) AS rows FROM (SELECT "
                                        + columns
                                        + " FROM "
                                        + view
                                        + ")",
                                row -> row.bigint("rows"));

        // Then
        assertThat(counted.get(0)).isNotNegative();
        assertThat(store.file().query("SELECT " + columns + " FROM " + view, row -> row.has("x")))
                .hasSize(counted.get(0).intValue());
    }

    @Test
    void joinsAsTheOlderQueriesDo() throws SQLException {
        // When
        var rows =
                store.file()
                        .query(
                                "SELECT m.model_name, h.device_name, p.average_latency_ms,"
                                        + " p.memory_peak_mb FROM performance_results p JOIN models m"
                                        + " USING (model_id) JOIN hardware_platforms h USING"
                                        + " (hardware_id) JOIN test_runs r USING (run_id) WHERE"
                                        + " m.model_name = 'resnet50' AND r.success",
                                row ->
                                        row.text("model_name")
                                                + " on "
                                                + row.text("device_name")
                                                + " "
                                                + row.number("average_latency_ms"));

        // Then
        assertThat(rows).containsExactly("resnet50 on Galaxy S24 12.5");
    }

    @Test
    void givesPowerInMilliwatts() throws SQLException {
        // Then
        assertThat(
                        store.file()
                                .query(
                                        "SELECT power_consumption FROM battery_impact_time_series",
                                        row -> row.number("power_consumption")))
                .containsExactly(2_000.0);
    }
}
