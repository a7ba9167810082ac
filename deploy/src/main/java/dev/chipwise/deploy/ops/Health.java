package dev.chipwise.deploy.ops;

/** What is wrong with the running stages, in words; empty text means nothing is. */
public interface Health {

    /** Stages that have stopped and will not recover by themselves. */
    String failed();

    /** Stages that are not yet doing their work; includes the failed ones. */
    String notReady();
}
