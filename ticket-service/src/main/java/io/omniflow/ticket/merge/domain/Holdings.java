package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Load;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The parts of a destination while it takes over those of its sources, one after the other. */
final class Holdings {
    private final Set<Part> held = new HashSet<>();
    private final Set<Part> granted = new HashSet<>();
    private final List<Grant> added = new ArrayList<>();

    Holdings(Ticket destination, List<Grant> grants) {
        parts(destination).forEach(held::add);
        grants.forEach(grant -> granted.add(grant.part()));
    }

    /** What is the destination's own stays that; anything else is also the source's from now on. */
    Load takeOver(UUID mergeId, Ticket source, List<UUID> notes) {
        List<String> tags = new ArrayList<>();
        List<UUID> contacts = new ArrayList<>();
        parts(source).forEach(part -> {
            if (held.add(part)) {
                switch (part) {
                    case Part.Tag(String value) -> tags.add(value);
                    case Part.Contact(UUID id) -> contacts.add(id);
                }
                granted.add(part);
            }
            if (granted.contains(part)) {
                added.add(new Grant(part, mergeId, source.id()));
            }
        });
        return new Load(source.conversationIds(), contacts, notes, tags);
    }

    List<Grant> added() {
        return List.copyOf(added);
    }

    private static Stream<Part> parts(Ticket ticket) {
        return Stream.concat(
                ticket.tags().values().stream().map(Part.Tag::new),
                ticket.contactIds().stream().map(Part.Contact::new));
    }
}
