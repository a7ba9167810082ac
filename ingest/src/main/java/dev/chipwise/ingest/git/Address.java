package dev.chipwise.ingest.git;

import java.util.regex.Pattern;

/** Addresses as they may be published: without user names, passwords and tokens. */
final class Address {

    private static final Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@");

    /** A URL, or what ssh calls a host and a path on it; a folder of this machine is neither. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?!file:)[a-zA-Z][a-zA-Z0-9+.-]*://.+|[^/:\\\\]{2,}:(?!//).+");

    private Address() {}

    /** The address without what stands before an {@code @}, or null. */
    static String withoutSecrets(String address) {
        return address == null ? null : USER.matcher(address).replaceFirst("$1");
    }

    /**
     * A repository as every clone of it calls it, or null: without user, query and {@code .git}.
     * What is no address for others, such as a folder, is null too.
     */
    static String ofRepository(String address) {
        if (address == null || !ELSEWHERE.matcher(address).matches()) {
            return null;
        }
        return withoutSecrets(address).replaceFirst("[?#].*$", "").replaceFirst("(\\.git)?/*$", "");
    }
}
