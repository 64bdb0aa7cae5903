package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Load;
import io.omniflow.ticket.lifecycle.domain.Refused;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A merge to be decided.
 *
 * @param notes of each source, oldest first
 * @param grants of the destination, by merges before
 */
public record Merging(
        UUID mergeId,
        Ticket destination,
        List<Ticket> sources,
        Map<TicketId, List<UUID>> notes,
        List<Grant> grants,
        Start start) {
    public static final int MOST_SOURCES = 20;
    /** All of them are told in the events of the merge, which have at most 256 kB. */
    public static final int MOST_NOTES = 2_000;

    /** What it comes to. */
    public sealed interface Outcome {}

    /** @param grants those this merge adds */
    public record Merged(
            UUID mergeId, Accepted destination, List<Accepted> sources, List<Brought> brought, List<Grant> grants)
            implements Outcome {}

    public record Declined(MergeRefusal reason) implements Outcome {}

    /** What can be said before any ticket is looked at. */
    public static Optional<MergeRefusal> flaw(List<?> sources, Object destination) {
        if (sources.isEmpty()) {
            return Optional.of(new MergeRefusal.NoSource());
        }
        if (sources.size() > MOST_SOURCES) {
            return Optional.of(new MergeRefusal.TooManySources());
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).equals(destination)) {
                return Optional.of(new MergeRefusal.SourceIsDestination(i));
            }
            if (!seen.add(sources.get(i))) {
                return Optional.of(new MergeRefusal.SourceTwice(i));
            }
        }
        return Optional.empty();
    }

    /** All facts are of one time, which is never before the last fact of any of the tickets. */
    public Outcome decide(Instant now) {
        for (Ticket ticket :
                Stream.concat(sources.stream(), Stream.of(destination)).toList()) {
            if (ticket.mergedInto() != null) {
                return new Declined(new MergeRefusal.AlreadyMerged(ticket.id(), ticket.mergedInto()));
            }
        }
        if (notes.values().stream().mapToInt(List::size).sum() > MOST_NOTES) {
            return new Declined(new MergeRefusal.TooManyNotes());
        }
        Holdings holdings = new Holdings(destination, grants);
        List<Brought> brought = new ArrayList<>();
        List<Step> absorbs = new ArrayList<>();
        for (Ticket source : sources) {
            Load load = holdings.takeOver(mergeId, source, notes.getOrDefault(source.id(), List.of()));
            brought.add(new Brought(source.id(), source.status(), source.resolvedAt(), source.closedAt(), load));
            absorbs.add(new Step.Absorb(mergeId, source.id(), load, start.of(destination, source)));
        }
        Instant at = Times.latest(now, destination, sources);
        return switch (destination.decide(absorbs, at)) {
            case Refused(var reason) -> new Declined(new MergeRefusal.TooMuch(reason));
            case Accepted absorbed ->
                new Merged(
                        mergeId,
                        absorbed,
                        sources.stream()
                                .map(source -> Times.accepted(
                                        source.decide(List.of(new Step.MergeInto(mergeId, destination.id())), at)))
                                .toList(),
                        brought,
                        holdings.added());
        };
    }
}
