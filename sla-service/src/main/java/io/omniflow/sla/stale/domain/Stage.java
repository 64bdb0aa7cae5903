package io.omniflow.sla.stale.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a ticket in Waiting has come. Activity leads back to Quiet from everywhere, leaving Waiting ends the watch.
 *
 * <pre>
 *   Importing → Quiet                          the import is closed
 *   Quiet     → Asked(no grace)                waited too long: the assignee is to be pinged
 *   Asked     → Warned | Reminded              delivered: the first ping | the lead's
 *   Asked     → Held → Asked                   nobody was reached: tried again
 *   Warned    → Asked(grace)                   half the grace has passed: the lead is to be pinged
 *   Reminded  → Closing | Rested               the grace has passed: auto-close | not
 *   Closing   → Reminded | Held(no grace)      refused: too early | for another reason, all begins anew
 *   Rested    → Asked(no grace)                auto-close was switched on since: nobody was told that it would close
 * </pre>
 */
public sealed interface Stage {

    record Importing() implements Stage {}

    record Quiet() implements Stage {}

    /** @param grace that of the first ping; null while that is what is asked for */
    record Asked(@Nullable Grace grace, UUID command, Series series) implements Stage {}

    record Held(@Nullable Grace grace, Instant retryAt, Series series) implements Stage {}

    record Warned(Grace grace) implements Stage {}

    record Reminded(Grace grace) implements Stage {}

    record Closing(Grace grace, UUID command) implements Stage {}

    record Rested() implements Stage {}
}
