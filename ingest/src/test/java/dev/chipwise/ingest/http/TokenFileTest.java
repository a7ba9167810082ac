package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.publish.ResultSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens as they are kept. */
class TokenFileTest {

    @TempDir private Path directory;

    @Test
    void theTextIsNowhereInTheFile() throws IOException {
        var text = create("lab");

        assertThat(Files.readString(file())).doesNotContain(text).contains("lab");
        assertThat(text).startsWith("cw_").hasSize(3 + 8 + 1 + 43);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        create("lab");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aTokenIsReadBackAsItWasMade() {
        var text =
                tokens().create(
                                "lab phone 3",
                                EnumSet.of(Scope.PUBLISH, Scope.READ),
                                ResultSamples.NOW,
                                new Random(1));

        var token = tokens().list().get(0);

        assertThat(token.matches(text)).isTrue();
        assertThat(token.matches(text + "a")).isFalse();
        assertThat(token.name()).isEqualTo("lab phone 3");
        assertThat(token.scopes()).containsExactly(Scope.PUBLISH, Scope.READ);
        assertThat(token.created()).isEqualTo(ResultSamples.NOW);
    }

    @Test
    void revokingTakesOneAndLeavesTheOthers() {
        var first = tokens().create("a", EnumSet.of(Scope.READ), ResultSamples.NOW, new Random(1));
        var second = tokens().create("b", EnumSet.of(Scope.READ), ResultSamples.NOW, new Random(2));

        assertThat(tokens().revoke(Token.idOf(first))).isTrue();
        assertThat(tokens().revoke(Token.idOf(first))).isFalse();
        assertThat(tokens().list()).extracting(Token::id).containsExactly(Token.idOf(second));
    }

    @Test
    void whatCannotBeWrittenLeavesNoDraftBehind() throws IOException {
        var taken = Files.createDirectories(directory.resolve("taken"));
        Files.writeString(taken.resolve("something"), "in it");

        assertThatThrownBy(() -> OwnersFile.replace(taken, "text")).isInstanceOf(IOException.class);

        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(taken);
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        create("lab");
        Files.writeString(file(), Files.readString(file()) + "what is this\n");

        assertThatThrownBy(tokens()::list)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file() + ":2");
    }

    @Test
    void aNameThatWouldBreakTheFileIsRefused() {
        assertThatThrownBy(() -> create("two\nlines")).isInstanceOf(IllegalArgumentException.class);
    }

    private String create(String name) {
        return tokens().create(name, EnumSet.of(Scope.PUBLISH), ResultSamples.NOW, new Random(1));
    }

    private TokenFile tokens() {
        return new TokenFile(file());
    }

    private Path file() {
        return directory.resolve("gateway").resolve("tokens");
    }
}
