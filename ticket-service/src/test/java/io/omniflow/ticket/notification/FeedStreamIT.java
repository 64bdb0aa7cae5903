package io.omniflow.ticket.notification;

import static io.omniflow.ticket.notification.Crew.FEED;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.live.EventStream;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class FeedStreamIT {
    private Crew crew;

    @TestHTTPResource("/api/v1/notifications/stream")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI stream;

    @BeforeEach
    void gather() {
        crew = new Crew();
    }

    private EventStream listen(Crew by, String subject, @Nullable String lastEventId) {
        return EventStream.open(stream, by.token(subject), lastEventId);
    }

    private EventStream listen(@Nullable String lastEventId) {
        EventStream open = listen(crew, "ben", lastEventId);
        if (lastEventId == null) {
            open.next(event -> event.comment().equals("listening"));
        }
        return open;
    }

    private String assigned() {
        return crew.open("anna", "{\"title\":\"x\",\"assigneeId\":\"" + crew.ben + "\"}");
    }

    private static String ticketOf(EventStream.Event event) {
        assertEquals("notification", event.name());
        return new JsonPath(event.data()).getString("ticketId");
    }

    @Test
    void what_comes_in_and_what_is_read_is_told() {
        try (EventStream open = listen(null)) {
            String ticket = assigned();
            EventStream.Event told = open.next();
            assertEquals(ticket, ticketOf(told));
            assertEquals(crew.feed("ben").<Object>get("items[0]"), new JsonPath(told.data()).<Object>get());
            String id = new JsonPath(told.data()).getString("id");
            for (String read : List.of("true", "false")) {
                crew.as("ben").body("{\"read\":" + read + "}").patch(FEED + "/" + id);
                EventStream.Event marked = open.next();
                assertEquals("read", marked.name());
                assertEquals(id, new JsonPath(marked.data()).getString("id"));
                assertEquals(read, new JsonPath(marked.data()).getString("read"));
            }
            crew.as("ben").body("{\"upTo\":\"" + id + "\"}").post(FEED + "/read");
            JsonPath upTo = new JsonPath(open.next().data());
            assertEquals(id, upTo.getString("upTo"));
            assertEquals(null, upTo.getString("id"));
        }
    }

    @Test
    void whoever_comes_back_misses_nothing_though_others_go_on_committing() {
        String last;
        try (EventStream first = listen(null)) {
            assigned();
            last = first.next().id();
        }
        List<String> meanwhile = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            meanwhile.add(assigned());
        }
        crew.awaitFeed("ben", 4);
        Set<String> told = new HashSet<>();
        try (EventStream second = listen(last)) {
            for (int i = 0; i < 3; i++) {
                meanwhile.add(assigned());
                told.add(ticketOf(second.next()));
            }
            for (int i = 0; i < 3; i++) {
                told.add(ticketOf(second.next()));
            }
        }
        assertEquals(Set.copyOf(meanwhile), told);
    }

    @Test
    void what_is_committed_late_is_not_passed_over() throws SQLException {
        assigned();
        String late = crew.awaitFeed("ben", 1).getString("items[0].id");
        try (Connection database = Databases.owner();
                EventStream open = listen(null)) {
            database.setAutoCommit(false);
            try (PreparedStatement insert = database.prepareStatement(
                    "insert into notification_change (workspace_id, agent_id, notification_id, what) values (?, ?, ?, 'told')")) {
                insert.setObject(1, crew.desk.workspace);
                insert.setObject(2, UUID.fromString(crew.ben));
                insert.setObject(3, UUID.fromString(late));
                insert.executeUpdate();
            }
            assigned();
            String early = crew.awaitFeed("ben", 2).getString("items[0].id");
            database.commit();
            Set<String> told = new HashSet<>();
            told.add(new JsonPath(open.next().data()).getString("id"));
            told.add(new JsonPath(open.next().data()).getString("id"));
            assertEquals(Set.of(late, early), told);
        }
    }

    @Test
    void nothing_of_other_agents_or_workspaces_is_told() {
        Crew foreign = new Crew();
        try (EventStream open = listen(null)) {
            crew.open("anna", "{\"title\":\"x\",\"assigneeId\":\"" + crew.lea + "\"}");
            crew.awaitFeed("lea", 1);
            foreign.open("anna", "{\"title\":\"x\",\"assigneeId\":\"" + foreign.ben + "\"}");
            foreign.awaitFeed("ben", 1);
            assertEquals(assigned(), ticketOf(open.next()));
        }
    }

    @Test
    void what_cannot_be_a_stream_is_refused() {
        crew.as("ben")
                .accept("text/event-stream")
                .header("Last-Event-ID", "x")
                .get(FEED + "/stream")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("Last-Event-ID"));
        crew.as("ben").accept("application/json").get(FEED + "/stream").then().statusCode(406);
    }
}
