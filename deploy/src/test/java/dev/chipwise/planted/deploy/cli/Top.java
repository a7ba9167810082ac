package dev.chipwise.planted.deploy.cli;

/** Planted: stands for the top of the house. */
public record Top(String name) {}
