package io.omniflow.merge.audit.domain;

/** What is told to the outside, so that whoever keeps it can prove that the chain up to {@code sequence} was not rewritten. */
public record Checkpoint(long sequence, Hash hash) {}
