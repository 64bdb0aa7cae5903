package io.omniflow.sla.clock.domain;

import java.util.Set;
import java.util.UUID;

/**
 * What a ticket holds and a merge moves.
 *
 * @param conversations how many are linked
 * @param channels of those, as far as they are known
 */
public record Holdings(Set<String> tags, Set<UUID> contacts, int conversations, Set<String> channels) {
    public Holdings {
        tags = Set.copyOf(tags);
        contacts = Set.copyOf(contacts);
        channels = Set.copyOf(channels);
    }
}
