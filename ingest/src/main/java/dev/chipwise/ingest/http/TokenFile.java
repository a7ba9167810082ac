package dev.chipwise.ingest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tokens of one data directory, one per line: id, hash, scopes, time, name. Only its owner may
 * read it. Changes replace it as a whole; two at once wait for each other.
 */
public final class TokenFile {

    private static final int FIELDS = 5;
    private static final int LONGEST_NAME = 64;

    private final Path file;

    public TokenFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /**
     * All tokens, in order of their making; none where there is no file.
     *
     * @throws IllegalArgumentException when a line is none of ours
     */
    public List<Token> list() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var tokens = new ArrayList<Token>();
            for (var line : Files.readAllLines(file)) {
                tokens.add(token(line, tokens.size() + 1));
            }
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * Makes a token and returns its text, which is kept nowhere.
     *
     * @param random a source that nobody can foresee
     */
    public String create(String name, Set<Scope> scopes, Instant now, RandomGenerator random) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.matches("[\\x20-\\x7e]*")) {
            throw new IllegalArgumentException(
                    "a token's name has 1 to "
                            + LONGEST_NAME
                            + " plain characters, not '"
                            + name
                            + "'");
        }
        var text = Token.freshText(random);
        var token = Token.of(text, name, scopes, now);
        change(tokens -> Stream.concat(tokens.stream(), Stream.of(token)).toList());
        return text;
    }

    /** Takes a token back, by its id; false where there is none. */
    public boolean revoke(String id) {
        boolean known = list().stream().anyMatch(token -> token.id().equals(id));
        change(tokens -> tokens.stream().filter(token -> !token.id().equals(id)).toList());
        return known;
    }

    private void change(UnaryOperator<List<Token>> change) {
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                replace(change.apply(list()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void replace(List<Token> tokens) throws IOException {
        var lines = tokens.stream().map(token -> line(token) + "\n");
        OwnersFile.replace(file, lines.collect(Collectors.joining()));
    }

    private static String line(Token token) {
        var scopes = token.scopes().stream().map(Scope::word).collect(Collectors.joining(","));
        return String.join(
                " ", token.id(), token.sha256(), scopes, token.created().toString(), token.name());
    }

    private Token token(String line, int number) {
        var fields = line.split(" ", FIELDS);
        try {
            var scopes =
                    Stream.of(fields[2].split(","))
                            .map(word -> Scope.named(word).orElseThrow())
                            .collect(Collectors.toSet());
            return new Token(fields[0], fields[4], scopes, Instant.parse(fields[3]), fields[1]);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    file + ":" + number + " is no token; remove that line", e);
        }
    }
}
