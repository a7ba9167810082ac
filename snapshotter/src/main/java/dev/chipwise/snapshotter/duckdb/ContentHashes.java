package dev.chipwise.snapshotter.duckdb;

/** Content hashes as the UUIDs that columns hold them as, and back; the order is the same. */
final class ContentHashes {

    private static final int[] DASHES = {8, 12, 16, 20};

    private ContentHashes() {}

    static String uuid(String hash) {
        var uuid = new StringBuilder(hash);
        for (int i = DASHES.length - 1; i >= 0; i--) {
            uuid.insert(DASHES[i], '-');
        }
        return uuid.toString();
    }

    static String hash(String uuid) {
        return uuid.replace("-", "");
    }
}
