package io.omniflow.sla.clock.domain;

/** Whether a fact was told as it happened or afterwards, by an import. */
public enum Telling {
    LIVE,
    BACKFILL
}
