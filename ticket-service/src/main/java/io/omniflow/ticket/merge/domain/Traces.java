package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a change of a ticket means for the undo of merges into it.
 *
 * @param settled parts that are gone, or that somebody gave the ticket itself: no undo takes or leaves them
 * @param unlinked conversations that do not go back
 * @param answered conversations in which an agent replied, at the time {@code at}
 */
public record Traces(TicketId ticket, Set<Part> settled, Set<UUID> unlinked, Set<UUID> answered, Instant at) {
    /** Who adds what is there already adds it all the same, though no fact comes of it. */
    public static Traces of(List<Step> steps, Accepted accepted) {
        Set<Part> settled = new HashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Step.AddTag(String tag) -> settled.add(new Part.Tag(Tags.normal(tag)));
                case Step.LinkContact(UUID contact) -> settled.add(new Part.Contact(contact));
                default -> {}
            }
        }
        Set<UUID> unlinked = new HashSet<>();
        Set<UUID> answered = new HashSet<>();
        for (Recorded recorded : accepted.facts()) {
            switch (recorded.fact()) {
                case Fact.TagsChanged(Tags before, Tags after) ->
                    before.values().stream()
                            .filter(tag -> !after.values().contains(tag))
                            .forEach(tag -> settled.add(new Part.Tag(tag)));
                case Fact.ContactUnlinked(UUID contact) -> settled.add(new Part.Contact(contact));
                case Fact.ConversationUnlinked(UUID conversation) -> unlinked.add(conversation);
                case Fact.AgentReplied replied -> {
                    if (replied.conversationId() != null) {
                        answered.add(replied.conversationId());
                    }
                }
                default -> {}
            }
        }
        return new Traces(
                accepted.ticket().id(),
                settled,
                unlinked,
                answered,
                accepted.ticket().updatedAt());
    }

    public boolean isNothing() {
        return settled.isEmpty() && unlinked.isEmpty() && answered.isEmpty();
    }
}
