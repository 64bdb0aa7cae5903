package io.omniflow.ticket.lifecycle.kafka;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Notes and states of issues that come from engineering. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CommandsFromElsewhereIT {
    private final Desk desk = new Desk();

    private static Predicate<SeenEvent> answering(OutboundEvent command) {
        return event -> event.header("ce_causationid").equals(command.id().toString());
    }

    private OutboundEvent note(String ticket, String body, @Nullable String author, @Nullable String audience) {
        return desk.told(ticket, new TicketCommand.AddNote(UUID.fromString(ticket), body, author, audience), null);
    }

    private OutboundEvent state(String ticket, UUID link, @Nullable String state) {
        return desk.told(ticket, new TicketCommand.SetLinkState(UUID.fromString(ticket), link, state), null);
    }

    private UUID linked(String ticket) {
        UUID link = UUID.randomUUID();
        Events.publish(desk.told(
                ticket,
                new IntegrationEvent.LinkCreated(
                        link,
                        UUID.fromString(ticket),
                        UUID.randomUUID(),
                        "linear",
                        "ENG-1",
                        "https://linear.app/x/ENG-1",
                        "Todo"),
                null));
        await().atMost(Duration.ofSeconds(20)).until(() -> shown(ticket).equals(List.of("Todo")));
        return link;
    }

    private List<String> shown(String ticket) {
        return desk.ticket(ticket).getList("links.state");
    }

    @Test
    void a_note_is_written_once_with_the_name_of_its_author() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String ticket = desk.open("{\"title\":\"x\"}");
            OutboundEvent command = note(ticket, "fixed \0 in main", "Maria", "engineering");
            Events.publish(command, command);
            SeenEvent told = watch.await(answering(command));
            TicketEvent.NoteAdded added = assertInstanceOf(TicketEvent.NoteAdded.class, told.data());
            assertEquals("fixed \ufffd in main", added.body());
            assertEquals("Maria", added.authorName());
            assertEquals("engineering", added.audience());
            assertEquals("system:test", told.header("ce_actor"));
            assertEquals("2", told.header("ce_sequence"));
            OutboundEvent after = note(ticket, "x", null, null);
            Events.publish(command, after);
            watch.await(answering(after));
            JsonPath notes =
                    desk.as("viewer").get(TICKETS + "/" + ticket + "/notes").jsonPath();
            assertEquals(List.of("x", "fixed \ufffd in main"), notes.getList("items.body"));
            assertEquals(added.noteId().toString(), notes.getString("items[1].id"));
            assertEquals("Maria", notes.getString("items[1].authorName"));
            assertEquals("engineering", notes.getString("items[1].audience"));
            assertEquals("system:test", notes.getString("items[1].author"));
            assertEquals(null, notes.getString("items[0].authorName"));
        }
    }

    @Test
    void a_note_that_is_none_is_rejected_and_those_beside_it_are_not() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String ticket = desk.open("{\"title\":\"x\"}");
            OutboundEvent blank = note(ticket, " ", null, null);
            OutboundEvent nobody = note(ticket, "x", null, "customers");
            OutboundEvent endless = note(ticket, "x", "M".repeat(321), null);
            OutboundEvent sound = note(ticket, "x", null, null);
            Events.publish(blank, nobody, endless, sound);
            assertEquals("/body", rejected(watch, blank).problem().pointer());
            assertEquals("/audience", rejected(watch, nobody).problem().pointer());
            assertEquals("/authorName", rejected(watch, endless).problem().pointer());
            assertInstanceOf(
                    TicketEvent.NoteAdded.class, watch.await(answering(sound)).data());
            assertEquals(List.of("created", "note_added"), desk.kinds(ticket));
        }
    }

    @Test
    void a_merged_ticket_takes_no_note_and_says_where_it_went() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String source = desk.open("{\"title\":\"x\"}");
            String destination = desk.open("{\"title\":\"y\"}");
            merge(watch, source, destination);
            OutboundEvent command = note(source, "x", "Maria", null);
            Events.publish(command);
            TicketAnswer.CommandRejected rejected = rejected(watch, command);
            assertEquals("already-merged", rejected.problem().type());
            assertEquals(409, rejected.problem().status());
            assertEquals(UUID.fromString(destination), rejected.problem().destination());
        }
    }

    @Test
    void the_state_of_a_linked_issue_is_shown_and_told_once() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String ticket = desk.open("{\"title\":\"x\"}");
            UUID link = linked(ticket);
            OutboundEvent command = state(ticket, link, "In Review");
            Events.publish(command, command);
            SeenEvent told = watch.await(answering(command));
            TicketAnswer.LinkStateSet set = assertInstanceOf(TicketAnswer.LinkStateSet.class, told.data());
            assertEquals(link, set.linkId());
            assertEquals("Todo", set.before());
            assertEquals("In Review", set.after());
            assertEquals("", told.header("ce_sequence"));
            assertEquals("system:test", told.header("ce_actor"));
            assertEquals(List.of("In Review"), shown(ticket));
            assertEquals(1, desk.ticket(ticket).getInt("version"));
            JsonPath entry = desk.timeline(ticket).stream()
                    .filter(read -> read.getString("kind").equals("link_state_set"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(told.header("ce_id"), entry.getString("id"));
            assertEquals("Todo", entry.getString("data.before"));
            assertEquals("In Review", entry.getString("data.after"));
            assertEquals(link.toString(), entry.getString("data.linkId"));
            OutboundEvent same = state(ticket, link, "In Review");
            Events.publish(command, same);
            assertInstanceOf(
                    TicketAnswer.CommandUnchanged.class,
                    watch.await(answering(same)).data());
            OutboundEvent none = state(ticket, link, null);
            Events.publish(none);
            assertEquals(
                    "In Review",
                    assertInstanceOf(
                                    TicketAnswer.LinkStateSet.class,
                                    watch.await(answering(none)).data())
                            .before());
            assertEquals(
                    1,
                    watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                            .filter(answering(command))
                            .count());
        }
    }

    @Test
    void a_link_the_ticket_does_not_have_is_rejected() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String ticket = desk.open("{\"title\":\"x\"}");
            UUID link = linked(desk.open("{\"title\":\"another\"}"));
            OutboundEvent command = state(ticket, link, "Done");
            Events.publish(command);
            assertEquals("not-found", rejected(watch, command).problem().type());
            assertEquals(List.of("created"), desk.kinds(ticket));
        }
    }

    @Test
    void a_merged_tickets_issue_changes_on_the_destination_too() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String source = desk.open("{\"title\":\"x\"}");
            String destination = desk.open("{\"title\":\"y\"}");
            UUID link = linked(source);
            merge(watch, source, destination);
            OutboundEvent command = state(source, link, "Done");
            Events.publish(command);
            assertInstanceOf(
                    TicketAnswer.LinkStateSet.class,
                    watch.await(answering(command)).data());
            assertEquals(List.of("Done"), shown(destination));
        }
    }

    private void merge(Watch watch, String source, String destination) {
        OutboundEvent merge = desk.told(
                destination,
                new TicketCommand.Merge(
                        UUID.randomUUID(), List.of(UUID.fromString(source)), UUID.fromString(destination)),
                null);
        Events.publish(merge);
        watch.await(2, answering(merge));
    }

    private static TicketAnswer.CommandRejected rejected(Watch watch, OutboundEvent command) {
        return assertInstanceOf(
                TicketAnswer.CommandRejected.class,
                watch.await(answering(command)).data());
    }
}
