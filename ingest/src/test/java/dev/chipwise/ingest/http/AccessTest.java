package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.ResultSamples;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may send what. */
class AccessTest {

    private static final String JSON = "application/json";
    private static final int MANY = 1_000_000;

    @TempDir private Path directory;
    private TokenFile tokens;

    @BeforeEach
    void makeTokens() {
        tokens = new TokenFile(directory.resolve("tokens"));
    }

    @Test
    void aTokenIsWantedWhereOneIsRequired() {
        var text = token(Scope.PUBLISH);
        try (var rig = Rig.withTokens(tokens.path(), true, MANY)) {
            var without = rig.post("/v1/results", JSON, Sent.result(1));
            assertThat(without.status()).isEqualTo(401);
            assertThat(without.text("code")).isEqualTo("token_missing");
            assertThat(without.header("WWW-Authenticate")).isPresent();
            assertThat(post(rig, text).status()).isEqualTo(202);
        }
    }

    @Test
    void aWrongTokenIsRefusedEvenWhereNoneIsRequired() {
        var text = token(Scope.PUBLISH);
        try (var rig = Rig.withTokens(tokens.path(), false, MANY)) {
            assertThat(post(rig, text + "x").text("code")).isEqualTo("unknown_token");
            assertThat(post(rig, "nonsense").status()).isEqualTo(401);
            assertThat(rig.kept()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"PUBLISH, 202", "ADMIN, 202", "READ, 403"})
    void aTokenAllowsWhatItsScopesSay(Scope scope, int status) {
        var text = token(scope);
        try (var rig = Rig.withTokens(tokens.path(), true, MANY)) {
            assertThat(post(rig, text).status()).isEqualTo(status);
        }
    }

    @Test
    void aRevokedTokenIsRefusedByARunningGateway() {
        var text = token(Scope.PUBLISH);
        try (var rig = Rig.withTokens(tokens.path(), true, MANY)) {
            assertThat(post(rig, text).status()).isEqualTo(202);
            tokens.revoke(Token.idOf(text));

            assertThat(post(rig, text).status()).isEqualTo(401);
        }
    }

    @Test
    void aTokenMadeLaterCountsAtOnce() {
        token(Scope.READ);
        try (var rig = Rig.withTokens(tokens.path(), true, MANY)) {
            assertThat(post(rig, token(Scope.PUBLISH)).status()).isEqualTo(202);
        }
    }

    @Test
    void eachTokenHasARateOfItsOwn() {
        var busy = token(Scope.PUBLISH);
        var other = token(Scope.PUBLISH);
        try (var rig = Rig.withTokens(tokens.path(), true, 1)) {
            Answer last = post(rig, busy);
            for (int i = 0; i < 20 && last.status() == 202; i++) {
                last = post(rig, busy);
            }

            assertThat(last.status()).isEqualTo(429);
            assertThat(last.header("Retry-After")).contains("1");
            assertThat(post(rig, other).status()).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://example.org", "Origin, null"})
    void aWebPageIsRefusedOnTheLoopbackAddress(String header, String value) {
        try (var rig = Rig.open()) {
            var answer = rig.post("/v1/results", JSON, Sent.result(1), header, value);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("code")).isEqualTo("not_for_pages");
        }
    }

    @Test
    void aGatewayThatOthersCanReachDoesNotStartWithoutTokens() {
        assertThatThrownBy(() -> start("0.0.0.0:0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chipwise token create");
    }

    @Test
    void aGatewayThatOthersCanReachStartsWithTokensAndWarnsOfPlainText() {
        token(Scope.PUBLISH);
        try (var gateway = start("0.0.0.0:0")) {
            assertThat(gateway.warning())
                    .hasValueSatisfying(words -> assertThat(words).contains("--tls-cert"));
        }
    }

    private Gateway start(String listen) {
        return Gateway.start(
                new GatewaySettings(
                        ListenAddress.parse(listen),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Limits.DEFAULT),
                tokens,
                InMemoryPublisher.keeping(Rig.RULES),
                Rig.CATALOG,
                GatewayListener.NONE);
    }

    private String token(Scope scope) {
        return tokens.create("test", EnumSet.of(scope), ResultSamples.NOW, new SecureRandom());
    }

    private static Answer post(Rig rig, String token) {
        return rig.post("/v1/results", JSON, Sent.result(1), "Authorization", "Bearer " + token);
    }
}
