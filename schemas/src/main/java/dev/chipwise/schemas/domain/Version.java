package dev.chipwise.schemas.domain;

/** The version of the model that was measured; only the tag identifies it. */
public record Version(String tag, String commit, String artifactSha256) {

    /** The tag of results that nobody has linked to a version yet. */
    public static final String UNVERSIONED = "unversioned";

    public static Version tagged(String tag) {
        return new Version(tag, null, null);
    }
}
