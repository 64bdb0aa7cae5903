package io.omniflow.ticket.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class LiveIT {
    private final Desk desk = new Desk();

    @TestHTTPResource("/api/v1/tickets/stream")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI stream;

    private EventStream listen(String query, @Nullable String lastEventId) {
        return EventStream.open(
                URI.create(stream + query), Tokens.token(desk.workspace, "anna", Roles.VIEWER), lastEventId);
    }

    private static String idOf(EventStream.Event event) {
        return new JsonPath(event.data()).getString("id");
    }

    @Test
    void what_matches_is_told_as_it_is_and_what_no_longer_does_is_gone() {
        try (EventStream open = listen("?status=open", null)) {
            open.next(event -> event.comment().equals("listening"));
            String id = desk.open("{\"title\":\"x\",\"tags\":[\"t\"]}");
            EventStream.Event opened = open.next();
            assertEquals("ticket", opened.name());
            assertEquals(desk.ticket(id).<Object>get(), new JsonPath(opened.data()).<Object>get());
            desk.change(id, "{\"title\":\"y\"}");
            EventStream.Event changed = open.next();
            assertEquals("y", new JsonPath(changed.data()).getString("title"));
            desk.change(id, "{\"status\":\"waiting\"}");
            EventStream.Event gone = open.next();
            assertEquals("gone", gone.name());
            assertEquals(id, idOf(gone));
            desk.change(id, "{\"priority\":\"high\"}");
            desk.change(id, "{\"status\":\"open\"}");
            EventStream.Event back = open.next();
            assertEquals("ticket", back.name(), "that it is gone is told once");
            assertEquals(id, idOf(back));
        }
    }

    @Test
    void whoever_comes_back_misses_nothing() {
        String last;
        try (EventStream first = listen("", null)) {
            first.next(event -> event.comment().equals("listening"));
            desk.open("{\"title\":\"before\"}");
            last = first.next().id();
        }
        List<String> meanwhile = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            meanwhile.add(desk.open("{\"title\":\"" + i + "\"}"));
        }
        try (EventStream second = listen("", last)) {
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                told.add(idOf(second.next()));
            }
            assertEquals(meanwhile, told);
        }
    }

    @Test
    void a_change_that_is_committed_late_is_not_passed_over() throws SQLException {
        UUID late = UUID.fromString(desk.open("{\"title\":\"late\"}"));
        try (Connection database = Databases.owner();
                EventStream open = listen("", null)) {
            open.next(event -> event.comment().equals("listening"));
            database.setAutoCommit(false);
            change(database, late);
            String early = desk.open("{\"title\":\"early\"}");
            assertTrue(desk.rows("ticket_change") >= 2);
            database.commit();
            Set<String> told = new HashSet<>();
            told.add(idOf(open.next()));
            told.add(idOf(open.next()));
            assertEquals(Set.of(late.toString(), early), told);
        }
    }

    private void change(Connection database, UUID ticket) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement("insert into ticket_change (workspace_id, ticket_id) values (?, ?)")) {
            insert.setObject(1, desk.workspace);
            insert.setObject(2, ticket);
            insert.executeUpdate();
        }
    }

    @Test
    void nothing_of_another_workspace_is_told() {
        try (EventStream open = listen("", null)) {
            open.next(event -> event.comment().equals("listening"));
            new Desk().open("{\"title\":\"foreign\"}");
            String own = desk.open("{\"title\":\"own\"}");
            assertEquals(own, idOf(open.next()));
        }
    }

    @Test
    void after_too_long_a_break_the_list_is_to_be_read_anew() {
        String old = "1.1." + Instant.now().minusSeconds(3_600).getEpochSecond();
        try (EventStream open = listen("", old)) {
            assertEquals("reset", open.next().name());
            String id = desk.open("{\"title\":\"x\"}");
            assertEquals(id, idOf(open.next()));
        }
    }

    @Test
    void a_quiet_stream_is_kept_alive() {
        try (EventStream open = listen("", null)) {
            EventStream.Event first = open.next(event -> event.comment().equals("listening"));
            EventStream.Event second = open.next(event -> event.comment().equals("listening"));
            assertTrue(!second.id().isEmpty() && !second.id().equals(first.id()), "its id is a later one");
        }
    }

    @Test
    void a_caller_has_only_so_many_streams() {
        List<EventStream> open = new ArrayList<>();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String token = Tokens.token(desk.workspace, "anna", Roles.VIEWER);
        try {
            for (int i = 0; i < 10; i++) {
                open.add(listen("", null));
            }
            HttpResponse<InputStream> refused = EventStream.get(client, stream, token, null);
            assertEquals(429, refused.statusCode());
            assertTrue(refused.headers().firstValue("Retry-After").isPresent());
            EventStream.open(stream, Tokens.token(desk.workspace, "ben", Roles.VIEWER), null)
                    .close();
            open.removeFirst().close();
            await().untilAsserted(() -> open.add(listen("", null)));
        } finally {
            open.forEach(EventStream::close);
            client.shutdownNow();
        }
    }

    @Test
    void what_cannot_be_a_stream_is_refused() {
        for (String query : List.of("?limit=1", "?sort=created", "?status=opened", "?nosuch=1")) {
            desk.as("viewer")
                    .accept("text/event-stream")
                    .get("/api/v1/tickets/stream" + query)
                    .then()
                    .statusCode(400);
        }
        for (String id : List.of("x", "1", "1.2", "-1.2.3", "99999999999999999999.1.1", "1.9999999999999999999.1")) {
            desk.as("viewer")
                    .accept("text/event-stream")
                    .header("Last-Event-ID", id)
                    .get("/api/v1/tickets/stream")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("Last-Event-ID"));
        }
        desk.as("viewer")
                .accept("application/json")
                .get("/api/v1/tickets/stream")
                .then()
                .statusCode(406);
    }
}
