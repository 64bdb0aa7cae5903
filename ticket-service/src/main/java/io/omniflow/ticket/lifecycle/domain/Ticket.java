package io.omniflow.ticket.lifecycle.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket after its fact number {@code version}. Times have milliseconds. {@code customFields} holds JSON values by key.
 *
 * <pre>
 *   Open, In progress, Waiting, Resolved, Closed: any to any
 *   merged (Closed with mergedInto): no way out but the undo of the merge
 * </pre>
 */
public record Ticket(
        TicketId id,
        long number,
        String title,
        @Nullable String description,
        Status status,
        Priority priority,
        @Nullable UUID assigneeId,
        @Nullable UUID teamId,
        Tags tags,
        List<UUID> contactIds,
        List<UUID> conversationIds,
        Map<String, Object> customFields,
        Source source,
        @Nullable String externalId,
        @Nullable TicketId mergedInto,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {
    /** Of contacts, and as many of conversations. */
    public static final int MOST_LINKS = 200;

    /** A new ticket and its first fact, version 1. */
    public static Accepted open(NewTicket wanted, TicketId id, long number, Instant now) {
        Ticket ticket = new Ticket(
                id,
                number,
                wanted.title(),
                wanted.description(),
                wanted.status(),
                wanted.priority(),
                wanted.assigneeId(),
                wanted.teamId(),
                wanted.tags(),
                wanted.contactIds(),
                wanted.conversationIds(),
                wanted.customFields(),
                wanted.source(),
                wanted.externalId(),
                null,
                1,
                now,
                now,
                null,
                wanted.status().isEnded() ? now : null,
                wanted.status() == Status.CLOSED ? now : null);
        return new Accepted(ticket, List.of(new Recorded(new Fact.Created(), ticket, now)));
    }

    /**
     * What a request comes to: one fact for each step that changes something, all at one time, each with a version of its
     * own. A step that changes nothing makes no fact.
     *
     * @param now taken after the ticket's row is locked; a fact is never before the one that precedes it
     */
    public Decision decide(List<Step> steps, Instant now) {
        if (mergedInto != null && !(steps.size() == 1 && steps.getFirst() instanceof Step.Restore)) {
            return new Refused(new Refusal.AlreadyMerged(mergedInto));
        }
        Instant at = now.isBefore(updatedAt) ? updatedAt : now;
        Edit edit = new Edit(this);
        List<Recorded> recorded = new ArrayList<>();
        for (Step step : steps) {
            Fact fact = edit.apply(step, at);
            if (fact != null) {
                recorded.add(new Recorded(fact, edit.next(at), at));
            }
        }
        @Nullable Refusal tooMuch = recorded.isEmpty() ? null : edit.current().tooMuch();
        return tooMuch == null ? new Accepted(edit.current(), List.copyOf(recorded)) : new Refused(tooMuch);
    }

    /** What would make this ticket's events too large to publish. */
    private @Nullable Refusal tooMuch() {
        if (tags.values().size() > Tags.MOST) {
            return new Refusal.TooManyTags();
        }
        if (contactIds.size() > MOST_LINKS) {
            return new Refusal.TooManyContacts();
        }
        if (conversationIds.size() > MOST_LINKS) {
            return new Refusal.TooManyConversations();
        }
        if (customFields.size() > CustomFields.MOST) {
            return new Refusal.TooManyCustomFields();
        }
        return CustomFields.size(customFields) > CustomFields.MOST_BYTES ? new Refusal.CustomFieldsTooLarge() : null;
    }
}
