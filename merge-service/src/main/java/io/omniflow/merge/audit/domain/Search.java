package io.omniflow.merge.audit.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry must match; what is null does not matter.
 *
 * @param from the earliest time of the fact, itself included
 * @param to the time of the fact from which on nothing matches
 */
public record Search(
        @Nullable UUID ticketId,
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String service,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID mergeId,
        @Nullable String correlationId) {

    /**
     * Newest first means last accepted first, except where the search is by time: imported history is accepted today and
     * happened years ago.
     */
    public Order order() {
        return from == null && to == null ? Order.CHAIN : Order.TIME;
    }

    public enum Order {
        CHAIN,
        TIME
    }

    /** Where a page ended: the next one begins below it. */
    public record Place(long sequence, Instant at) {
        public static Place of(Entry entry) {
            return new Place(entry.sequence(), entry.fact().at());
        }
    }
}
