package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Load;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The undo of a merge to be decided: of all its sources at once.
 *
 * @param sources in the order they were merged
 * @param kept of each source
 * @param grants of the destination, by this merge and others
 * @param holder the merge by which the destination has been merged away since, if it has
 */
public record Undoing(
        UUID mergeId,
        Ticket destination,
        List<Ticket> sources,
        Map<TicketId, Kept> kept,
        List<Grant> grants,
        Optional<UUID> holder) {

    /** What a source gets back; conversations in the order it had them. */
    public record Kept(
            Status previousStatus,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            List<Moved> conversations) {}

    /** {@code answeredAt} is when an agent first replied in it since. */
    public record Moved(UUID conversationId, @Nullable Instant answeredAt) {}

    /** What it comes to. */
    public sealed interface Outcome {}

    /** @param back the conversations that go back, each with the source it goes to */
    public record Undone(UUID mergeId, Accepted destination, List<Accepted> sources, Map<UUID, TicketId> back)
            implements Outcome {}

    public record Declined(MergeRefusal reason) implements Outcome {}

    public Outcome decide(Instant now) {
        if (holder.isPresent()) {
            return new Declined(new MergeRefusal.InTheWay(holder.get()));
        }
        Instant at = Times.latest(now, destination, sources);
        Map<TicketId, Load> leaving = leaving();
        Map<UUID, TicketId> back = new HashMap<>();
        List<Step> releases = new ArrayList<>();
        List<Accepted> restored = new ArrayList<>();
        for (Ticket source : sources) {
            Load load = Objects.requireNonNull(leaving.get(source.id()));
            load.conversationIds().forEach(conversation -> back.put(conversation, source.id()));
            releases.add(new Step.Release(mergeId, source.id(), load));
            restored.add(Times.accepted(source.decide(
                    List.of(new Step.Restore(mergeId, destination.id(), former(source.id(), load))), at)));
        }
        return new Undone(mergeId, Times.accepted(destination.decide(releases, at)), restored, back);
    }

    /** A part leaves with the last source that has brought it, unless another merge has brought it, too. */
    private Map<TicketId, Load> leaving() {
        List<Grant> left = new ArrayList<>(grants);
        Map<TicketId, Load> leaving = new LinkedHashMap<>();
        for (Ticket source : sources) {
            List<Grant> ofSource = left.stream()
                    .filter(grant ->
                            grant.mergeId().equals(mergeId) && grant.source().equals(source.id()))
                    .toList();
            left.removeAll(ofSource);
            Set<Part> stay = new HashSet<>();
            left.forEach(grant -> stay.add(grant.part()));
            List<UUID> contacts = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            for (Grant grant : ofSource) {
                if (!stay.contains(grant.part())) {
                    switch (grant.part()) {
                        case Part.Tag(String value) -> tags.add(value);
                        case Part.Contact(UUID id) -> contacts.add(id);
                    }
                }
            }
            leaving.put(source.id(), new Load(stillThere(source.id()), contacts, List.of(), tags));
        }
        return leaving;
    }

    /** What was unlinked since, or is another ticket's now, stays where it is. */
    private List<UUID> stillThere(TicketId source) {
        return kept(source).conversations().stream()
                .map(Moved::conversationId)
                .filter(destination.conversationIds()::contains)
                .toList();
    }

    private Step.Restore.Former former(TicketId source, Load load) {
        Kept of = kept(source);
        @Nullable Instant answeredAt = of.conversations().stream()
                .filter(moved -> load.conversationIds().contains(moved.conversationId()))
                .map(Moved::answeredAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Step.Restore.Former(
                of.previousStatus(), of.resolvedAt(), of.closedAt(), load.conversationIds(), answeredAt);
    }

    private Kept kept(TicketId source) {
        return Objects.requireNonNull(kept.get(source), () -> "Nothing is kept of " + source);
    }
}
