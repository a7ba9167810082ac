/**
 * The {@code chipwise} command: reads flags and environment, wires the stages together, starts and
 * stops them.
 */
package dev.chipwise.deploy.cli;
