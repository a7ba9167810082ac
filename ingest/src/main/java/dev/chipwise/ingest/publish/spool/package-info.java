/** Events on disk that wait for a broker or gateway: in order, checksummed and within a bound. */
package dev.chipwise.ingest.publish.spool;
