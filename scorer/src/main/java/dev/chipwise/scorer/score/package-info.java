/**
 * Pure mathematics from the runs of a cell to the scores and recommendations of a board; nothing
 * here knows how events travel.
 */
package dev.chipwise.scorer.score;
