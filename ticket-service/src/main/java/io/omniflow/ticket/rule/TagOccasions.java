package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tags added to tickets, as an occasion for rules. */
@ApplicationScoped
public class TagOccasions {
    private final Triggers triggers;

    TagOccasions(Triggers triggers) {
        this.triggers = triggers;
    }

    /**
     * Of a ticket without a conversation nothing is told, of one with several it is the first: what rules ask of the others
     * is not what has changed. A rule tells of its own acts itself.
     */
    public Uni<Void> note(SqlConnection transaction, WorkspaceId workspace, Accepted accepted, Origin origin) {
        List<String> added = added(accepted.facts());
        if (added.isEmpty() || accepted.ticket().conversationIds().isEmpty() || Rule.isActor(origin.actor())) {
            return Uni.createFrom().voidItem();
        }
        return triggers.note(
                transaction,
                new Triggers.Occasion(
                        workspace,
                        accepted.ticket().conversationIds().getFirst(),
                        Trigger.TAG_ADDED,
                        null,
                        added,
                        accepted.ticket().updatedAt(),
                        origin,
                        List.of()));
    }

    /** The tags a ticket has that it had not before some facts. */
    static List<String> added(List<Recorded> facts) {
        List<Fact.TagsChanged> changed = facts.stream()
                .map(Recorded::fact)
                .filter(Fact.TagsChanged.class::isInstance)
                .map(Fact.TagsChanged.class::cast)
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        Tags before = changed.getFirst().before();
        return changed.getLast().after().values().stream()
                .filter(tag -> !before.values().contains(tag))
                .toList();
    }
}
