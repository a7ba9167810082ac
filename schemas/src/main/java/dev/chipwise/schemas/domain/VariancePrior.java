package dev.chipwise.schemas.domain;

/**
 * What is believed of a metric's run-to-run spread before any run: {@code dof} runs' worth of
 * standard deviation {@code spread}.
 */
public record VariancePrior(double dof, double spread) {}
