/** Finds which commit, branch, tag, repository and CI run something comes from. */
package dev.chipwise.ingest.git;
