package io.omniflow.ticket.workspace;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.ticket.workspace.WorkspaceSettings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Replaces a workspace's settings and tells of it; what changes nothing keeps the version and is not told. */
@ApplicationScoped
public class ChangeSettings {
    private final Transactions transactions;
    private final WorkspaceSettings settings;
    private final WorkspaceEvents events;
    private final Outbox outbox;
    private final Clock clock;

    ChangeSettings(
            Transactions transactions, WorkspaceSettings settings, WorkspaceEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param wanted its version means nothing
     * @param version the one the caller has read, where it insists; another one is 412
     */
    public Uni<Settings> replace(WorkspaceId workspace, Settings wanted, Optional<Long> version, Origin origin) {
        return transactions.write(
                transaction -> settings.lock(transaction, workspace).flatMap(before -> {
                    ETags.check(version, before.version());
                    Settings same = wanted.at(before.version());
                    if (same.equals(before)) {
                        return Uni.createFrom().item(before);
                    }
                    Settings after = wanted.at(before.version() + 1);
                    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
                    return settings.save(transaction, workspace, after)
                            .chain(() -> outbox.append(
                                    transaction, List.of(events.changed(workspace, before, after, now, origin))))
                            .replaceWith(after);
                }));
    }
}
