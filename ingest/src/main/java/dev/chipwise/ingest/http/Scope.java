package dev.chipwise.ingest.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token allows. */
public enum Scope {
    PUBLISH,
    READ,
    /** Everything. */
    ADMIN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As messages and help show it. */
    @Override
    public String toString() {
        return word();
    }

    static Optional<Scope> named(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    boolean isIn(Set<Scope> allowed) {
        return allowed.contains(this) || allowed.contains(ADMIN);
    }
}
