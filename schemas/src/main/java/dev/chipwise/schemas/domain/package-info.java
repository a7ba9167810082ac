/**
 * What we talk about: results, hardware, scores, recommendations, snapshots, and the catalogue;
 * pure.
 */
package dev.chipwise.schemas.domain;
