package dev.chipwise.ingest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tokens that count now: reads the file again whenever it has changed. */
final class Tokens {

    private static final FileTime NEVER = FileTime.fromMillis(-1);

    private final TokenFile file;
    private Object version = NEVER;
    private Map<String, Token> byId = Map.of();

    Tokens(TokenFile file) {
        this.file = file;
    }

    /** The token with this text, unless it was never made or was revoked. */
    Optional<Token> find(String text) {
        return Optional.ofNullable(current().get(Token.idOf(text)))
                .filter(token -> token.matches(text));
    }

    boolean isEmpty() {
        return current().isEmpty();
    }

    private synchronized Map<String, Token> current() {
        var now = version();
        if (!now.equals(version)) {
            byId =
                    file.list().stream()
                            .collect(
                                    Collectors.toMap(
                                            Token::id, Function.identity(), (old, other) -> other));
            version = now;
        }
        return byId;
    }

    /** Every change is a new file, so its identity tells it where the clock is too coarse. */
    private Object version() {
        try {
            if (!Files.exists(file.path())) {
                return NEVER;
            }
            var attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.fileKey();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file.path(), e);
        }
    }
}
