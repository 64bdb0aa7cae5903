package io.omniflow.sla.clock;

import java.time.Instant;

/** Wakes the judging of deadlines when there is something to judge. */
public interface Alarm {

    /** Something falls due then; an earlier alarm stays set. */
    void setAt(Instant due);

    /** A watermark came: what waited for it may be judged now. */
    void stir();
}
