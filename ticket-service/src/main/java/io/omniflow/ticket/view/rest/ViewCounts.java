package io.omniflow.ticket.view.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tickets some views show. */
@Schema(name = "ViewCounts")
record ViewCounts(List<Counted> items) {
    /** Counting ends here: the cost of a count must not grow with the workspace. */
    static final int MOST = 10_000;

    /** {@code shown} is the count as text, {@code 10000+} for any larger one; {@code count} is at most 10,000. */
    @Schema(name = "ViewCount")
    record Counted(UUID id, long count, String shown) {
        static Counted of(UUID id, long count) {
            return new Counted(id, Math.min(count, MOST), count > MOST ? MOST + "+" : Long.toString(count));
        }
    }
}
