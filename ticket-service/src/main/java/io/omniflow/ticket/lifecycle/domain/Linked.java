package io.omniflow.ticket.lifecycle.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ids of linked things: each once, in the order they came. */
final class Linked {
    private Linked() {}

    static List<UUID> with(List<UUID> before, Collection<UUID> more) {
        Set<UUID> after = new LinkedHashSet<>(before);
        after.addAll(more);
        return List.copyOf(after);
    }

    static List<UUID> without(List<UUID> before, Collection<UUID> gone) {
        List<UUID> after = new ArrayList<>(before);
        after.removeAll(Set.copyOf(gone));
        return List.copyOf(after);
    }
}
