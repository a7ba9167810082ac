package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code openapi.yaml} describes what the gateway does, and all of it. */
class OpenApiTest {

    private final Rig rig = Rig.open();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        assertThat(rig.gateway().routes()).isEqualTo(rig.contract().routes());
    }

    @ParameterizedTest
    @CsvSource({
        "/livez, text/plain",
        "/readyz, text/plain",
        "/openapi.yaml, application/yaml",
        "/chipwise-result.schema.json, application/schema+json"
    })
    void whatCanBeReadIsReadWithoutAToken(String path, String type) {
        var answer = rig.send("GET", path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(type);
    }

    @Test
    void anotherPathOrMethodIsAProblemToo() {
        assertThat(rig.send("GET", "/v2/results").text("code")).isEqualTo("not_found");
        var answer = rig.send("GET", "/v1/results");
        assertThat(answer.text("code")).isEqualTo("method_not_allowed");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAFix(Reason reason) {
        assertThat(new Advice(Rig.CATALOG).fix(reason)).isNotBlank();
    }
}
