package io.omniflow.ticket.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Which tickets a listener was told to be gone: that need not be told again before they have come back. */
final class KnownGoings {
    private static final int REMEMBERED = 1_000;

    private final Map<UUID, UUID> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, UUID> eldest) {
            return size() > REMEMBERED;
        }
    };

    boolean isFirst(UUID ticket) {
        return told.put(ticket, ticket) == null;
    }

    void hasCome(UUID ticket) {
        told.remove(ticket);
    }
}
