package io.omniflow.ticket.merge.domain;

import java.util.UUID;

/** What a ticket may have from several sides at once: of its own, and from each ticket merged into it. */
public sealed interface Part {
    record Tag(String value) implements Part {}

    record Contact(UUID id) implements Part {}
}
