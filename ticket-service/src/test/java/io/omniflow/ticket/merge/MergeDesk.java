package io.omniflow.ticket.merge;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A desk whose tickets are merged as merge-service asks for it. */
final class MergeDesk {
    final Desk desk = new Desk();
    private final @Nullable Watch watch;

    MergeDesk(Watch watch) {
        this.watch = watch;
    }

    /** Sends no commands. */
    MergeDesk() {
        watch = null;
    }

    private Watch watching() {
        return Objects.requireNonNull(watch);
    }

    OutboundEvent merge(UUID merge, List<String> sources, String destination) {
        return asked(
                destination,
                new TicketCommand.Merge(
                        merge, sources.stream().map(UUID::fromString).toList(), UUID.fromString(destination)));
    }

    OutboundEvent undo(UUID merge, List<String> sources, String destination) {
        return asked(
                destination,
                new TicketCommand.UndoMerge(
                        merge, sources.stream().map(UUID::fromString).toList(), UUID.fromString(destination)));
    }

    private OutboundEvent asked(String destination, TicketCommand command) {
        return OutboundEvent.of(
                new WorkspaceId(desk.workspace),
                UUID.fromString(destination),
                command,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                new Origin("agent:anna", "c-" + destination, null));
    }

    /** Merges and waits until all facts are told; the merge. */
    UUID merged(List<String> sources, String destination) {
        UUID merge = Ids.next();
        facts(merge(merge, sources, destination), sources.size());
        return merge;
    }

    void undone(UUID merge, List<String> sources, String destination) {
        facts(undo(merge, sources, destination), sources.size());
    }

    /** The facts a command makes, two for each source. */
    List<SeenEvent> facts(OutboundEvent command, int sources) {
        Events.publish(command);
        List<SeenEvent> facts = watching().await(2 * sources, answering(command));
        facts.forEach(fact -> {
            assertEquals(false, fact.data() instanceof TicketAnswer, fact.value());
            assertEquals(List.of(), againstSchema(fact));
        });
        return facts;
    }

    private static List<String> againstSchema(SeenEvent event) {
        InputStream schema = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("schemas/" + event.type() + ".json"),
                event.type());
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(new ObjectMapper().readTree(event.value()))
                    .stream()
                    .map(complaint -> event.type() + ": " + complaint.getMessage())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Problem refused(OutboundEvent command) {
        Events.publish(command);
        SeenEvent answer = watching().await(answering(command));
        assertEquals(command.subject().toString(), answer.key());
        return assertInstanceOf(TicketAnswer.CommandRejected.class, answer.data())
                .problem();
    }

    static Predicate<SeenEvent> answering(OutboundEvent command) {
        return event -> event.header("ce_causationid").equals(command.id().toString());
    }

    String note(String ticket, String body) {
        return desk.anna()
                .body("{\"body\":\"" + body + "\"}")
                .post(TICKETS + "/" + ticket + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    List<String> notes(String ticket) {
        return desk.as("viewer")
                .get(TICKETS + "/" + ticket + "/notes")
                .jsonPath()
                .getList("items.body", String.class);
    }

    /** A conversation and the ticket made of it: both ids. */
    String conversation() {
        return desk.anna()
                .body("{\"channel\":\"email\",\"subject\":\"Outage\"}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String open(String title, List<String> tags, List<String> contacts, List<String> conversations) {
        return desk.open("{\"title\":\"%s\",\"tags\":[%s],\"contactIds\":[%s],\"conversationIds\":[%s]}"
                .formatted(title, quoted(tags), quoted(contacts), quoted(conversations)));
    }

    private static String quoted(List<String> values) {
        return String.join(
                ",", values.stream().map(value -> "\"" + value + "\"").toList());
    }

    void say(String conversation, String author, String body) {
        desk.anna()
                .body("{\"author\":\"" + author + "\",\"body\":\"" + body + "\"}")
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(201);
    }

    /** What is not as it must be, in all tables; nothing. */
    void holdsTogether() {
        assertEquals(List.of(), Invariants.broken(desk.workspace));
    }

    static List<String> ids(String... ids) {
        return Stream.of(ids).toList();
    }
}
