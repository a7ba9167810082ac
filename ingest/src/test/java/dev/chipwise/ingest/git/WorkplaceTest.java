package dev.chipwise.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Ci;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real git, in checkouts made here. */
class WorkplaceTest {

    @TempDir private Path folder;

    @Test
    void withoutACiServiceTheCheckoutIsSaid() throws Exception {
        var checkout = Checkout.in(folder);
        checkout.git("remote", "add", "origin", "https://me:secret@h/acme/net.git");
        checkout.git("tag", "v1");

        var run = workplace(checkout, Map.of()).run().orElseThrow();

        var ci = new Ci("git", "https://h/acme/net", checkout.commit(), "main", null);
        assertThat(run).isEqualTo(new CiRun(ci, "v1"));
    }

    @Test
    void withoutEitherThereIsNothingToSay() {
        var workplace = new Workplace(Map.of("GIT_CEILING_DIRECTORIES", "/"), folder);

        assertThat(workplace.run()).isEmpty();
        assertThat(workplace.version()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNoCheckout() {
        assertThat(new Workplace(Map.of(), folder.resolve("gone")).run()).isEmpty();
    }

    @Test
    void whatTheServiceLeavesOutIsAskedOfGit() throws Exception {
        var checkout = Checkout.in(folder);
        var variables = Map.of("JENKINS_URL", "https://j/", "BUILD_URL", "https://j/7/");

        var run = workplace(checkout, variables).run().orElseThrow();

        assertThat(run.ci())
                .isEqualTo(new Ci("jenkins", null, checkout.commit(), "main", "https://j/7/"));
    }

    @Test
    void aCheckoutOfAnotherCommitSaysNothingOfTheBuild() throws Exception {
        var checkout = Checkout.in(folder);
        var variables = Map.of("CIRCLECI", "true", "CIRCLE_SHA1", "4f2c");

        var run = workplace(checkout, variables).run().orElseThrow();

        assertThat(run.ci()).isEqualTo(new Ci("circleci", null, "4f2c", null, null));
    }

    @Test
    void aVersionIsTheTagWithDistanceAndTheMarkOfChangedFiles() throws Exception {
        var checkout = Checkout.in(folder);
        var workplace = workplace(checkout, Map.of());

        assertThat(workplace.version().orElseThrow().tag())
                .isEqualTo(checkout.commit().substring(0, 7));
        checkout.git("tag", "v1");
        assertThat(workplace.version()).contains(new GitVersion("v1", checkout.commit(), false));
        checkout.git("commit", "-q", "--allow-empty", "-m", "second");
        checkout.change();
        var commit = checkout.commit();
        assertThat(workplace.version())
                .contains(
                        new GitVersion("v1-1-g" + commit.substring(0, 7) + "-dirty", commit, true));
    }

    private static Workplace workplace(Checkout checkout, Map<String, String> variables) {
        var environment = new HashMap<>(checkout.environment());
        environment.putAll(variables);
        return new Workplace(environment, checkout.folder());
    }
}
