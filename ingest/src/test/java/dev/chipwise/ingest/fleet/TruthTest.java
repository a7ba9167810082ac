package dev.chipwise.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final String SERVER = "cuda/nvidia/sample-server-gpu";
    private static final String PHONE = "qualcomm/qualcomm/sample-flagship-phone-q";
    private static final String HOT_PHONE = "mediatek/mediatek/sample-flagship-phone-m";

    private final SampleFleet fleet = Fleets.demo(1);
    private final Truth truth = fleet.truth();
    private final BoardKey bert = Fleets.board(fleet, "bert-base");

    @Test
    void theFastestHardwareIsNotTheMostFrugal() {
        assertThat(truth.order(bert, profile("latency"))).startsWith(SERVER);
        assertThat(truth.order(bert, profile("battery"))).startsWith(PHONE);
        assertThat(truth.order(bert, profile("memory"))).startsWith(HOT_PHONE);
        assertThat(truth.order(bert, "energy_per_inference_mj"))
                .startsWith(PHONE)
                .endsWith("cpu/amd/sample-desktop-cpu");
    }

    @Test
    void everyProfileOrdersTheSameHardware() {
        for (var profile : Fleets.CATALOG.profiles().values()) {
            assertThat(new HashSet<>(truth.order(bert, profile))).hasSize(10);
        }
    }

    @Test
    void heatCostsAPhoneItsPlace() {
        var yolo = Fleets.board(fleet, "yolo-n");

        assertThat(truth.order(yolo, "throughput_items_per_second"))
                .containsSubsequence(HOT_PHONE, PHONE);
        assertThat(truth.order(yolo, "throughput_sustained_items_per_second"))
                .containsSubsequence(PHONE, HOT_PHONE);
    }

    @Test
    void saysWhyTwoProfilesDiffer() {
        var sentence = truth.explain(bert, profile("latency"), profile("battery"));

        assertThat(sentence)
                .startsWith(
                        "latency prefers Sample Server GPU to Sample Flagship Phone Q for its latency of 0.377 ms")
                .contains(
                        "battery prefers Sample Flagship Phone Q to Sample Server GPU for its energy of")
                .endsWith("because it draws 2.77 W and the other 314 W.");
    }

    @Test
    void saysThatOneProfileDoesNotDifferFromItself() {
        assertThat(truth.explain(bert, profile("latency"), profile("latency")))
                .isEqualTo("latency and latency order the hardware of this board alike.");
    }

    @Test
    void whatNeverWorksIsNotInTheOrder() {
        var llama = Fleets.board(fleet, "llama-1b");

        assertThat(truth.order(llama, profile("balanced")))
                .doesNotContain("npu/rockchip/sample-edge-board-r");
        assertThat(truth.failing(llama))
                .anySatisfy(
                        (cell, outcome) -> {
                            assertThat(cell.hardware())
                                    .isEqualTo("npu/rockchip/sample-edge-board-r");
                            assertThat(outcome.failureClass()).isEqualTo("out_of_memory");
                        });
    }

    @Test
    void theVersionsDifferInTheInjectedRegressionAndInNothingElse() {
        var regression = truth.regression().orElseThrow();
        var before = cells(regression.fromVersion());
        var after = cells(regression.toVersion());
        var changed = new TreeMap<>(after);
        changed.entrySet().removeAll(before.entrySet());

        var hit = "bert-base " + PHONE + " qnn/int8/b1/htp";
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(changed).containsOnlyKeys(hit);
        assertThat(changed.get(hit).latencyMs() / before.get(hit).latencyMs())
                .isEqualTo(regression.factor());
    }

    @Test
    void refusesAnOrderByWhatItDoesNotKnow() {
        assertThatThrownBy(() -> truth.order(bert, "time_to_first_token_ms"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time_to_first_token_ms");
    }

    @Test
    void aFleetOfOneVersionHasNoRegression() {
        assertThat(Fleets.of(1, FleetSettings.load(1, 1, 1)).truth().regression()).isEmpty();
    }

    /** What is true of every cell of a version, by model, hardware and configuration. */
    private Map<String, Expected> cells(String version) {
        var cells = new TreeMap<String, Expected>();
        truth.boards()
                .filter(board -> board.version().equals(version))
                .forEach(
                        board ->
                                truth.working(board)
                                        .forEach((key, cell) -> cells.put(name(key), cell)));
        return cells;
    }

    private static String name(CellKey key) {
        return String.join(" ", key.board().model(), key.hardware(), key.configuration());
    }

    private static ScoringProfile profile(String id) {
        return Fleets.CATALOG.profiles().get(id);
    }
}
