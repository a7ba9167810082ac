package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Galaxy S24", "galaxy  s24", "GALAXY-S24", " Galaxy_S24 ", "(Galaxy) S24"})
    void spellingsOfOneDeviceMeet(String device) {
        assertThat(HardwareId.of("qualcomm", "Samsung", device))
                .isEqualTo("qualcomm/samsung/galaxy-s24");
    }

    @Test
    void aPlusIsAnotherDevice() {
        assertThat(HardwareId.slug("Galaxy S24+")).isEqualTo("galaxy-s24-plus");
    }

    @Test
    void aDotStays() {
        assertThat(HardwareId.slug("Core i9 3.5 GHz")).isEqualTo("core-i9-3.5-ghz");
    }

    @Test
    void lettersOfAnyScriptStayLetters() {
        assertThat(HardwareId.slug("Größe II 小米")).isEqualTo("größe-ii-小米");
    }
}
