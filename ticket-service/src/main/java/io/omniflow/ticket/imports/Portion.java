package io.omniflow.ticket.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * So much of an import as one transaction may hold in memory: at least one ticket, unless none is left.
 *
 * @param problem why the one ticket of this portion cannot be taken whatever its history says
 */
record Portion(List<String> externalIds, @Nullable String problem) {
    static final int TICKETS = 100;

    private static final long ENTRIES = 2_000;
    private static final long WEIGHT = 4 << 20;
    private static final long MOST_ENTRIES = 10_000;
    private static final long MOST_WEIGHT = 16 << 20;

    /** @param next tickets in their order */
    static Portion of(List<Imports.Pending> next) {
        List<String> taken = new ArrayList<>();
        long entries = 0;
        long weight = 0;
        for (Imports.Pending ticket : next) {
            if (isTooLarge(ticket)) {
                return taken.isEmpty() ? refused(ticket) : new Portion(taken, null);
            }
            entries += ticket.entries();
            weight += ticket.weight();
            if (!taken.isEmpty() && (entries > ENTRIES || weight > WEIGHT)) {
                break;
            }
            taken.add(ticket.externalId());
        }
        return new Portion(taken, null);
    }

    private static boolean isTooLarge(Imports.Pending ticket) {
        return ticket.entries() > MOST_ENTRIES || ticket.weight() > MOST_WEIGHT;
    }

    private static Portion refused(Imports.Pending ticket) {
        return new Portion(
                List.of(ticket.externalId()),
                "The history is too large: at most " + MOST_ENTRIES + " entries, and " + (MOST_WEIGHT >> 20)
                        + " MB with the ticket's texts counted at each");
    }
}
