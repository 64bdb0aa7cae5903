package io.omniflow.ticket.lifecycle.domain;

import static io.omniflow.ticket.lifecycle.domain.Tickets.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any requests in any order, with clocks that jump. */
class TicketPropertiesTest {
    private static final Arbitrary<UUID> IDS =
            Arbitraries.integers().between(1, 3).map(i -> new UUID(0, i));

    /** One request: its steps, and what the clock showed, in seconds from noon. */
    record Request(List<Step> steps, int clock) {}

    @Property(tries = 500)
    void versions_count_facts_and_time_never_goes_back(@ForAll("requests") List<Request> requests) {
        Ticket ticket = Tickets.open();
        long facts = 1;
        Instant last = ticket.updatedAt();
        for (Request request : requests) {
            Accepted accepted = run(ticket, request);
            for (Recorded recorded : accepted.facts()) {
                facts++;
                assertEquals(facts, recorded.after().version());
                assertFalse(recorded.at().isBefore(last));
                assertEquals(recorded.at(), recorded.after().updatedAt());
                last = recorded.at();
            }
            ticket = accepted.ticket();
        }
        assertEquals(facts, ticket.version());
        assertEquals(last, ticket.updatedAt());
        assertEquals(ticket.status().isEnded(), ticket.resolvedAt() != null);
        assertEquals(ticket.status() == Status.CLOSED, ticket.closedAt() != null);
    }

    @Property(tries = 500)
    void facts_told_again_lead_to_the_same_ticket(@ForAll("requests") List<Request> requests) {
        Ticket ticket = Tickets.open();
        List<Recorded> told = new ArrayList<>();
        for (Request request : requests) {
            Accepted accepted = run(ticket, request);
            told.addAll(accepted.facts());
            ticket = accepted.ticket();
        }
        Ticket again = Tickets.open();
        for (Recorded recorded : told) {
            again = run(again, recorded);
            assertEquals(recorded.after(), again);
        }
        assertEquals(ticket, again);
    }

    @Property(tries = 300)
    void the_same_request_again_changes_nothing(@ForAll("settings") Step step) {
        Ticket once = run(Tickets.open(), new Request(List.of(step), 1)).ticket();
        Accepted twice = run(once, new Request(List.of(step), 2));
        assertEquals(List.of(), twice.facts());
        assertEquals(once, twice.ticket());
    }

    private static Accepted run(Ticket ticket, Request request) {
        return (Accepted) ticket.decide(request.steps(), NOON.plusSeconds(request.clock()));
    }

    private static Ticket run(Ticket ticket, Recorded recorded) {
        return ((Accepted) ticket.decide(List.of(step(recorded.fact())), recorded.at())).ticket();
    }

    private static Step step(Fact fact) {
        return switch (fact) {
            case Fact.Created _, Fact.Imported _, Fact.Merged _, Fact.Absorbed _, Fact.MergeUndone _ ->
                throw new IllegalArgumentException("Made by no request");
            case Fact.TitleChanged f -> new Step.SetTitle(f.after());
            case Fact.DescriptionChanged f -> new Step.SetDescription(f.after());
            case Fact.StatusChanged f -> new Step.SetStatus(f.after());
            case Fact.PriorityChanged f -> new Step.SetPriority(f.after());
            case Fact.Assigned f -> new Step.Assign(f.after());
            case Fact.TeamChanged f -> new Step.SetTeam(f.after());
            case Fact.TagsChanged f -> new Step.SetTags(f.after());
            case Fact.CustomFieldsChanged f -> new Step.PatchCustomFields(new java.util.HashMap<>(f.after()));
            case Fact.ConversationLinked f -> new Step.LinkConversation(f.conversationId());
            case Fact.ConversationUnlinked f -> new Step.UnlinkConversation(f.conversationId());
            case Fact.ContactLinked f -> new Step.LinkContact(f.contactId());
            case Fact.ContactUnlinked f -> new Step.UnlinkContact(f.contactId());
            case Fact.NoteAdded f -> new Step.AddNote(f.noteId(), f.body(), f.authorName(), f.audience());
            case Fact.NoteEdited f -> new Step.EditNote(f.noteId(), f.before(), f.after());
            case Fact.NoteDeleted f -> new Step.DeleteNote(f.noteId(), f.before());
            case Fact.AgentReplied f -> new Step.Reply(f.conversationId(), f.replyId(), f.body());
            case Fact.CustomerMessageReceived f ->
                new Step.ReceiveMessage(f.conversationId(), f.messageId(), f.claimedAt(), f.body());
            case Fact.StalePinged f -> new Step.PingAgent(f.agentId(), f.graceUntil());
        };
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        Arbitrary<Step> any = Arbitraries.oneOf(settings(), told());
        return any.list()
                .ofMaxSize(5)
                .flatMap(steps -> Arbitraries.integers().between(-60, 600).map(clock -> new Request(steps, clock)))
                .list()
                .ofMaxSize(15);
    }

    /** Steps that say how the ticket shall be. */
    @Provide
    Arbitrary<Step> settings() {
        Arbitrary<String> words = Arbitraries.of("a", "b", "C");
        return Arbitraries.oneOf(
                words.map(Step.SetTitle::new),
                words.injectNull(0.3).map(Step.SetDescription::new),
                Arbitraries.of(Status.class).map(Step.SetStatus::new),
                Arbitraries.of(Priority.class).map(Step.SetPriority::new),
                IDS.injectNull(0.3).map(Step.Assign::new),
                IDS.injectNull(0.3).map(Step.SetTeam::new),
                words.list().ofMaxSize(3).map(tags -> new Step.SetTags(Tags.of(tags))),
                words.map(Step.AddTag::new),
                words.map(Step.RemoveTag::new),
                words.map(word -> new Step.PatchCustomFields(Map.of("key", word))),
                IDS.map(Step.LinkConversation::new),
                IDS.map(Step.UnlinkConversation::new),
                IDS.map(Step.LinkContact::new),
                IDS.map(Step.UnlinkContact::new));
    }

    /** Steps that tell what has happened. */
    private static Arbitrary<Step> told() {
        return Arbitraries.oneOf(
                IDS.map(id -> new Step.AddNote(id, "n", null, Audience.ENGINEERING)),
                IDS.map(id -> new Step.EditNote(id, "n", "m")),
                IDS.map(id -> new Step.DeleteNote(id, "n")),
                IDS.map(id -> new Step.ReceiveMessage(id, id, NOON, "hello")),
                IDS.map(id -> new Step.Reply(id, id, "hello")));
    }
}
