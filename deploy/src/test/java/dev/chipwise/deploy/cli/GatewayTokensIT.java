package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.http.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens made by the command, wanted by the gateway. */
class GatewayTokensIT {

    @TempDir private Path directory;

    @Test
    void onlyATokenThatMayPublishAndWasNotRevokedPublishes() throws IOException {
        // Given
        var desk = new Desk(directory);
        var publish = desk.run("token", "create", "phones").out().strip();
        var read = desk.run("token", "create", "readers", "--scope", "read").out().strip();
        try (var running = new BrokerWithGateway(directory, true, Limits.DEFAULT)) {
            var caller = running.caller();

            // When / Then
            assertThat(status(caller, "Bearer " + publish)).isEqualTo(202);
            assertThat(status(caller, "Bearer " + publish.substring(1))).isEqualTo(401);
            assertThat(status(caller, "Basic eDp5")).isEqualTo(401);
            assertThat(status(caller, "Bearer " + read)).isEqualTo(403);
            assertThat(publishing(desk, running, publish).code()).isZero();
            assertThat(publishing(desk, running, read).code()).isEqualTo(ExitCode.USAGE);
            assertThat(desk.run("token", "revoke", publish.substring(3, 11)).code()).isZero();
            assertThat(status(caller, "Bearer " + publish)).isEqualTo(401);
        }
    }

    @Test
    void upDoesNotStartOpenToOthersWithoutATokenAndSaysWhatToDo() {
        var answer = new Desk(directory).run("up", "--listen", "0.0.0.0:0");

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("chipwise token create").doesNotContain("broker");
    }

    private Desk.Answer publishing(Desk desk, BrokerWithGateway running, String token)
            throws IOException {
        var file = Files.writeString(directory.resolve("one.jsonl"), GatewayCaller.result(1));
        var secret = Files.writeString(directory.resolve("token.txt"), token + "\n");
        return desk.run(
                "publish",
                file.toString(),
                "--gateway",
                running.url(),
                "--token-file",
                secret.toString());
    }

    private static int status(GatewayCaller caller, String authorization) throws IOException {
        return caller.post(
                        "/v1/results",
                        GatewayCaller.JSON,
                        GatewayCaller.result(1),
                        "Authorization",
                        authorization)
                .status();
    }
}
