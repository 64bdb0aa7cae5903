package io.omniflow.ticket.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is responsible for tickets that others merge, or separate again, is told. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MergeNoticesIT {
    private final UUID merge = UUID.randomUUID();
    private Crew crew;

    @BeforeEach
    void gather() {
        crew = new Crew();
    }

    /** Opened by the assignee, so that nobody is told of it. */
    private String of(String subject, String agent) {
        return crew.open(subject, "{\"title\":\"x\",\"assigneeId\":\"" + agent + "\"}");
    }

    private void asked(Watch watch, String by, String destination, int facts, TicketCommand command) {
        OutboundEvent event = OutboundEvent.of(
                new WorkspaceId(crew.desk.workspace),
                UUID.fromString(destination),
                command,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                new Origin("agent:" + by, "c-" + destination, null));
        Events.publish(event);
        watch.await(
                facts, told -> told.header("ce_causationid").equals(event.id().toString()));
    }

    private void merge(Watch watch, String by, String destination, String... sources) {
        asked(
                watch,
                by,
                destination,
                2 * sources.length,
                new TicketCommand.Merge(merge, ids(sources), UUID.fromString(destination)));
    }

    private void undo(Watch watch, String by, String destination, String... sources) {
        asked(
                watch,
                by,
                destination,
                2 * sources.length,
                new TicketCommand.UndoMerge(merge, ids(sources), UUID.fromString(destination)));
    }

    private static List<UUID> ids(String... tickets) {
        return List.of(tickets).stream().map(UUID::fromString).toList();
    }

    @Test
    void the_assignees_of_source_and_destination_are_told_of_a_merge_and_of_its_undo() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String source = of("ben", crew.ben);
            String destination = of("lea", crew.lea);
            merge(watch, "anna", destination, source);
            Map<String, String> data =
                    Map.of("mergeId", merge.toString(), "source", source, "destination", destination);
            JsonPath ben = crew.awaitFeed("ben", 1).setRootPath("items[0]");
            assertEquals("merged", ben.getString("kind"));
            assertEquals(source, ben.getString("ticketId"));
            assertEquals("agent:anna", ben.getString("actor"));
            assertEquals(data, ben.getMap("data"));
            JsonPath lea = crew.awaitFeed("lea", 1).setRootPath("items[0]");
            assertEquals(destination, lea.getString("ticketId"));
            assertEquals(data, lea.getMap("data"));
            undo(watch, "lea", destination, source);
            JsonPath undone = crew.awaitFeed("ben", 2).setRootPath("items[0]");
            assertEquals("merge_undone", undone.getString("kind"));
            assertEquals(Map.of("mergeId", merge.toString(), "counterpart", destination), undone.getMap("data"));
            assertEquals(List.of("merged"), crew.kinds("lea"), "what she did herself");
            assertEquals(List.of(), crew.kinds("anna"));
        }
    }

    @Test
    void who_is_responsible_for_several_of_the_tickets_is_told_once() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String first = of("ben", crew.ben);
            String second = of("ben", crew.ben);
            String destination = of("ben", crew.ben);
            String other = of("lea", crew.lea);
            merge(watch, "anna", destination, first, second, other);
            crew.awaitFeed("lea", 1);
            crew.note("anna", destination, "@ben");
            crew.awaitFeed("ben", 2);
            assertEquals(
                    List.of("merged", "mentioned"),
                    crew.kinds("ben").stream().sorted().toList().reversed());
        }
    }
}
