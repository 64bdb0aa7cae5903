package io.omniflow.merge.audit;

/** Where operations look to see how the log keeps up. */
public interface Figures {
    /** A batch is committed. */
    void appended(Chains.Batch batch);
}
