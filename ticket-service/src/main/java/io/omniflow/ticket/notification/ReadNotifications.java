package io.omniflow.ticket.notification;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Marks what an agent has read. That is nobody else's business: no event tells it. */
@ApplicationScoped
public class ReadNotifications {
    private final Transactions transactions;
    private final Notifications notifications;
    private final Clock clock;

    ReadNotifications(Transactions transactions, Notifications notifications, Clock clock) {
        this.transactions = transactions;
        this.notifications = notifications;
        this.clock = clock;
    }

    public enum Mark {
        READ,
        UNREAD
    }

    /** Fails with 404 or 412. What is marked so already stays as it is. */
    public Uni<Notification> mark(Recipient recipient, UUID id, Optional<Long> version, Mark mark) {
        return transactions.write(transaction -> notifications
                .lock(transaction, recipient, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("notification")))
                .invoke(before -> ETags.check(version, before.version()))
                .flatMap(before -> {
                    if ((before.readAt() == null) == (mark == Mark.UNREAD)) {
                        return Uni.createFrom().item(before);
                    }
                    Notification after = marked(before, mark == Mark.READ ? now() : null);
                    return notifications
                            .saveReadAt(transaction, recipient, after)
                            .replaceWith(after);
                }));
    }

    /** All up to this one; how many were not read before. Fails with 422 when it is not in the feed. */
    public Uni<Integer> readUpTo(Recipient recipient, UUID id) {
        return notifications
                .readUpTo(recipient, id, now())
                .map(read -> read.orElseThrow(() -> Problems.invalid("/upTo", "is no notification of yours")));
    }

    private static Notification marked(Notification before, @Nullable Instant readAt) {
        return new Notification(
                before.id(),
                before.kind(),
                before.ticketId(),
                before.ticketNumber(),
                before.ticketTitle(),
                before.at(),
                before.actor(),
                before.data(),
                readAt,
                before.version() + 1);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
