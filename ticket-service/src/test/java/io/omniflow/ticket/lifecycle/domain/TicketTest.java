package io.omniflow.ticket.lifecycle.domain;

import static io.omniflow.ticket.lifecycle.domain.Tickets.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketTest {
    private static final Instant LATER = NOON.plusSeconds(60);

    private static Accepted accepted(Ticket ticket, Instant now, Step... steps) {
        return assertInstanceOf(Accepted.class, ticket.decide(Arrays.asList(steps), now));
    }

    @Test
    void opening_is_the_first_fact() {
        Accepted opened = Tickets.opened(Status.WAITING);
        assertEquals(1, opened.ticket().version());
        assertEquals(List.of(new Recorded(new Fact.Created(), opened.ticket(), NOON)), opened.facts());
        assertEquals(null, opened.ticket().resolvedAt());
        assertEquals(NOON, Tickets.opened(Status.RESOLVED).ticket().resolvedAt());
        assertEquals(null, Tickets.opened(Status.RESOLVED).ticket().closedAt());
        assertEquals(NOON, Tickets.opened(Status.CLOSED).ticket().closedAt());
    }

    @Test
    void each_step_that_changes_something_is_one_fact_with_one_version() {
        Accepted changed = accepted(
                Tickets.open(),
                LATER,
                new Step.SetStatus(Status.WAITING),
                new Step.SetTitle("Printer on fire"),
                new Step.SetPriority(Priority.URGENT));
        assertEquals(
                List.of(
                        new Fact.StatusChanged(Status.OPEN, Status.WAITING),
                        new Fact.PriorityChanged(Priority.NORMAL, Priority.URGENT)),
                changed.facts().stream().map(Recorded::fact).toList());
        assertEquals(
                List.of(2L, 3L),
                changed.facts().stream().map(fact -> fact.after().version()).toList());
        assertEquals(
                List.of(LATER, LATER),
                changed.facts().stream().map(Recorded::at).toList());
        assertEquals(Priority.NORMAL, changed.facts().getFirst().after().priority());
        assertEquals(changed.ticket(), changed.facts().getLast().after());
        assertEquals(LATER, changed.ticket().updatedAt());
    }

    @Test
    void what_changes_nothing_leaves_the_ticket_as_it_is() {
        Ticket ticket = Tickets.open();
        Accepted unchanged = accepted(
                ticket,
                LATER,
                new Step.SetDescription(null),
                new Step.SetTags(Tags.NONE),
                new Step.RemoveTag("x"),
                new Step.Assign(null),
                new Step.UnlinkContact(new UUID(0, 9)),
                new Step.PatchCustomFields(patch("gone", null)));
        assertEquals(List.of(), unchanged.facts());
        assertEquals(ticket, unchanged.ticket());
    }

    @Test
    void a_fact_is_never_before_the_one_that_precedes_it() {
        Ticket later = accepted(Tickets.open(), LATER, new Step.SetTitle("y")).ticket();
        Accepted changed = accepted(later, NOON.minusSeconds(5), new Step.SetTitle("z"));
        assertEquals(LATER, changed.facts().getFirst().at());
        assertEquals(LATER, changed.ticket().updatedAt());
    }

    @Test
    void a_ticket_closed_without_being_resolved_is_resolved_at_its_closing() {
        Ticket closed = accepted(Tickets.open(), LATER, new Step.SetStatus(Status.CLOSED))
                .ticket();
        assertEquals(LATER, closed.resolvedAt());
        assertEquals(LATER, closed.closedAt());
        Ticket resolved = accepted(closed, LATER.plusSeconds(1), new Step.SetStatus(Status.RESOLVED))
                .ticket();
        assertEquals(LATER, resolved.resolvedAt());
        assertEquals(null, resolved.closedAt());
        Ticket reopened = accepted(resolved, LATER.plusSeconds(2), new Step.SetStatus(Status.OPEN))
                .ticket();
        assertEquals(null, reopened.resolvedAt());
    }

    @Test
    void only_the_first_reply_is_the_first_response() {
        Ticket replied = accepted(Tickets.open(), LATER, new Step.Reply(null, null, "hello"))
                .ticket();
        assertEquals(LATER, replied.firstRespondedAt());
        Accepted again = accepted(replied, LATER.plusSeconds(9), new Step.Reply(null, null, "again"));
        assertEquals(LATER, again.ticket().firstRespondedAt());
        assertEquals(1, again.facts().size());
    }

    @Test
    void custom_fields_are_patched_one_by_one() {
        Ticket ticket = accepted(Tickets.open(), NOON, new Step.PatchCustomFields(patch("a", 1)))
                .ticket();
        Accepted changed = accepted(ticket, NOON, new Step.PatchCustomFields(patch("b", true)));
        assertEquals(Map.of("a", 1, "b", true), changed.ticket().customFields());
        assertEquals(
                new Fact.CustomFieldsChanged(Map.of("a", 1), Map.of("a", 1, "b", true)),
                changed.facts().getFirst().fact());
        assertEquals(
                Map.of("b", true),
                accepted(changed.ticket(), NOON, new Step.PatchCustomFields(patch("a", null)))
                        .ticket()
                        .customFields());
    }

    @Test
    void a_merged_ticket_takes_no_change() {
        Refused refused =
                assertInstanceOf(Refused.class, Tickets.merged().decide(List.of(new Step.SetTitle("y")), LATER));
        assertEquals(new Refusal.AlreadyMerged(new TicketId(new UUID(0, 2))), refused.reason());
    }

    @Test
    void a_ticket_has_at_most_fifty_tags() {
        Tags fifty = Tags.of(IntStream.range(0, 50).mapToObj(i -> "t" + i).toList());
        Ticket full = accepted(Tickets.open(), NOON, new Step.SetTags(fifty)).ticket();
        Refused refused = assertInstanceOf(Refused.class, full.decide(List.of(new Step.AddTag("one more")), LATER));
        assertEquals(new Refusal.TooManyTags(), refused.reason());
        assertEquals(
                50,
                accepted(full, LATER, new Step.RemoveTag("t7"), new Step.AddTag("one more"))
                        .ticket()
                        .tags()
                        .values()
                        .size());
    }

    private static Map<String, @Nullable Object> patch(String key, @Nullable Object value) {
        Map<String, @Nullable Object> patch = new HashMap<>();
        patch.put(key, value);
        return patch;
    }

    @Test
    void the_bounds_hold_for_the_whole_ticket_and_not_for_one_request() {
        Ticket full = Tickets.open();
        for (int i = 0; i < Ticket.MOST_LINKS; i++) {
            full = accepted(
                            full,
                            NOON,
                            new Step.LinkContact(new UUID(1, i)),
                            new Step.LinkConversation(new UUID(2, i)),
                            new Step.PatchCustomFields(patch("f" + i % CustomFields.MOST, i)))
                    .ticket();
        }
        assertEquals(new Refusal.TooManyContacts(), refused(full, new Step.LinkContact(new UUID(1, 999))));
        assertEquals(new Refusal.TooManyConversations(), refused(full, new Step.LinkConversation(new UUID(2, 999))));
        assertEquals(
                new Refusal.TooManyCustomFields(), refused(full, new Step.PatchCustomFields(patch("one_more", true))));
        accepted(full, LATER, new Step.UnlinkContact(new UUID(1, 0)), new Step.LinkContact(new UUID(1, 999)));
    }

    @Test
    void custom_fields_stay_so_small_that_every_event_fits() {
        Ticket ticket = Tickets.open();
        for (int i = 0; i < 24; i++) {
            ticket = accepted(ticket, NOON, new Step.PatchCustomFields(patch("f" + i, "x".repeat(1_000))))
                    .ticket();
        }
        Step.PatchCustomFields more = new Step.PatchCustomFields(patch("more", "x".repeat(1_000)));
        assertEquals(new Refusal.CustomFieldsTooLarge(), refused(ticket, more));
        assertEquals(
                new Refusal.CustomFieldsTooLarge(),
                refused(Tickets.open(), new Step.PatchCustomFields(patch("n", new BigDecimal("1E+90000")))));
    }

    @Test
    void a_number_is_the_same_however_it_is_written() {
        Ticket ticket = accepted(Tickets.open(), NOON, new Step.PatchCustomFields(patch("n", 1_000)))
                .ticket();
        for (Number same : List.of(new BigDecimal("1E+3"), new BigDecimal("1000.00"), 1_000L, 1_000.0)) {
            assertEquals(
                    List.of(),
                    accepted(ticket, LATER, new Step.PatchCustomFields(patch("n", same)))
                            .facts());
        }
        assertEquals(
                1,
                accepted(ticket, LATER, new Step.PatchCustomFields(patch("n", new BigDecimal("1000.5"))))
                        .facts()
                        .size());
    }

    private static Refusal refused(Ticket ticket, Step step) {
        return assertInstanceOf(Refused.class, ticket.decide(List.of(step), LATER))
                .reason();
    }
}
