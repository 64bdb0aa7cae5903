package io.omniflow.ticket.lifecycle.domain;

import java.util.List;
import java.util.UUID;

/** What moves from one ticket to another when they are merged, or back. */
public record Load(List<UUID> conversationIds, List<UUID> contactIds, List<UUID> noteIds, List<String> tags) {
    public Load {
        conversationIds = List.copyOf(conversationIds);
        contactIds = List.copyOf(contactIds);
        noteIds = List.copyOf(noteIds);
        tags = List.copyOf(tags);
    }
}
