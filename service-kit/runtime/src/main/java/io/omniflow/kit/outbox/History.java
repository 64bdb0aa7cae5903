package io.omniflow.kit.outbox;

/** Whether a fact happened now or is told afterwards by an import; what is told afterwards alerts nobody. */
public enum History {
    LIVE,
    BACKFILL
}
