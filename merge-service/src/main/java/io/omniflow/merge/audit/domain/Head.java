package io.omniflow.merge.audit.domain;

/** The newest entry of a chain. As sequences have no gap, {@code sequence} is also the number of entries. */
public record Head(long sequence, Hash hash) {
    public static final Head NONE = new Head(0, Hash.NONE);
}
