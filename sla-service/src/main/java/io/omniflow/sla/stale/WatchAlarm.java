package io.omniflow.sla.stale;

import java.time.Instant;

/** Wakes the judging of watches. */
public interface WatchAlarm {

    /** Something falls due then; an earlier alarm stays set. */
    void setAt(Instant due);

    /** More facts are known: what waited for that may be judged now. */
    void stir();
}
