package dev.chipwise.ingest.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A bearer token as it is kept: its hash, never its text. The text has 256 random bits, so one
 * round of SHA-256 is enough.
 *
 * @param id the part of the text that names it, no secret
 * @param name what people call it
 * @param sha256 of the whole text, in hex
 */
public record Token(String id, String name, Set<Scope> scopes, Instant created, String sha256) {

    private static final String PREFIX = "cw_";
    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;

    public Token {
        scopes = new TreeSet<>(scopes);
    }

    /** A new token's text, to be shown once. */
    static String freshText(RandomGenerator random) {
        var id = new byte[ID_BYTES];
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return PREFIX
                + HexFormat.of().formatHex(id)
                + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static Token of(String text, String name, Set<Scope> scopes, Instant created) {
        return new Token(idOf(text), name, scopes, created, hash(text));
    }

    /** The id in a text that looks like a token, else an empty one. */
    static String idOf(String text) {
        int end = PREFIX.length() + 2 * ID_BYTES;
        boolean looksRight =
                text.startsWith(PREFIX) && text.length() > end && text.charAt(end) == '_';
        return looksRight ? text.substring(PREFIX.length(), end) : "";
    }

    /** Whether this is the text it was made from; takes as long for every wrong text. */
    boolean matches(String text) {
        var ascii = StandardCharsets.US_ASCII;
        return MessageDigest.isEqual(sha256.getBytes(ascii), hash(text).getBytes(ascii));
    }

    private static String hash(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
