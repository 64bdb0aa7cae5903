package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.TicketNumbers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Numbers taken and not given out yet. They are taken between transactions: whoever holds a connection must not wait for a
 * second one. What a step that fails has been given leaves a gap.
 */
@ApplicationScoped
class NumberReserve {
    private final TicketNumbers numbers;

    /** One run at a time leads here, on changing threads. */
    private volatile Held held = new Held(new WorkspaceId(new UUID(0, 0)), 0, 0);

    NumberReserve(TicketNumbers numbers) {
        this.numbers = numbers;
    }

    private record Held(WorkspaceId workspace, long next, long end) {}

    /** The first of {@code count} numbers in a row; empty when there are not so many. */
    OptionalLong take(WorkspaceId workspace, int count) {
        Held now = held;
        if (count == 0) {
            return OptionalLong.of(0);
        }
        if (!now.workspace().equals(workspace) || now.end() - now.next() < count) {
            return OptionalLong.empty();
        }
        held = new Held(workspace, now.next() + count, now.end());
        return OptionalLong.of(now.next());
    }

    Uni<Void> refill(WorkspaceId workspace, int count) {
        return numbers.block(workspace, count)
                .invoke(first -> held = new Held(workspace, first, first + count))
                .replaceWithVoid();
    }
}
