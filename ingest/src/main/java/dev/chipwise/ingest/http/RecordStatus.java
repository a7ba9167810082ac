package dev.chipwise.ingest.http;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.schemas.domain.Reason;

/** What became of one record of a request. */
sealed interface RecordStatus {

    /** The broker keeps it. */
    record Kept(Accepted accepted) implements RecordStatus {}

    /**
     * It will not be kept, however often it comes.
     *
     * @param line in the body, from 1, or 0 where there is none
     * @param eventId null where it could not be read that far
     * @param field empty for the whole record
     */
    record Rejected(int line, String eventId, Reason reason, String field, String detail)
            implements RecordStatus {}

    /** The broker has not said; it may be kept. Sending it again is safe. */
    record Unknown(String eventId) implements RecordStatus {}
}
