package io.omniflow.ticket.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where streams meet the rest: fields, links, connections that end. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class LiveEdgesIT {
    /** Whatever answers requests; other parts may have reasons of their own to complain meanwhile. */
    private static final List<String> SERVING = List.of(
            "io.quarkus.vertx.http",
            "io.quarkus.resteasy",
            "org.jboss.resteasy",
            "io.vertx",
            "io.omniflow.ticket.live");

    private final Desk desk = new Desk();

    @TestHTTPResource("/api/v1/tickets/stream")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI stream;

    private EventStream listen(String query, @Nullable String lastEventId) {
        return EventStream.open(
                URI.create(stream + query), Tokens.token(desk.workspace, "anna", Roles.VIEWER), lastEventId);
    }

    /** As soon as there is room for another: in silence a lost connection is noticed after 15 seconds. */
    private EventStream patiently() {
        List<EventStream> opened = new ArrayList<>();
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> opened.add(listen("", null)));
        return opened.getFirst();
    }

    private static String idOf(EventStream.Event event) {
        return new JsonPath(event.data()).getString("id");
    }

    @Test
    void a_field_that_is_not_defined_is_refused_at_once() {
        desk.as("viewer")
                .accept("text/event-stream")
                .get("/api/v1/tickets/stream?cf.nosuch=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("cf.nosuch"));
        desk.field("known", "number");
        desk.as("viewer")
                .accept("text/event-stream")
                .get("/api/v1/tickets/stream?cf.known=x")
                .then()
                .statusCode(400);
        try (EventStream open = listen("?cf.known=7", null)) {
            open.next(event -> event.comment().equals("listening"));
            assertEquals(desk.open("{\"title\":\"x\",\"customFields\":{\"known\":7}}"), idOf(open.next()));
        }
    }

    @Test
    void a_change_of_an_engineering_link_is_told() {
        String ticket = desk.open("{\"title\":\"x\"}");
        UUID link = UUID.randomUUID();
        UUID id = UUID.fromString(ticket);
        UUID connection = UUID.randomUUID();
        try (EventStream open = listen("", null)) {
            open.next(event -> event.comment().equals("listening"));
            Events.publish(desk.told(
                    ticket,
                    new IntegrationEvent.LinkCreated(
                            link, id, connection, "linear", "E-7", "https://linear.app/E-7", "Todo"),
                    null));
            assertEquals("Todo", new JsonPath(open.next().data()).getString("links[0].state"));
            Events.publish(desk.told(
                    ticket,
                    new IntegrationEvent.ExternalStatusChanged(link, id, connection, "linear", "Todo", "Done", null),
                    null));
            assertEquals("Done", new JsonPath(open.next().data()).getString("links[0].state"));
        }
    }

    @Test
    void whoever_hangs_up_has_done_nothing_wrong() {
        Queue<LogRecord> errors = new ConcurrentLinkedQueue<>();
        Handler watching = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
                    errors.add(logged);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(watching);
        try {
            for (int i = 0; i < 10; i++) {
                patiently().close();
                try (EventStream open = patiently()) {
                    open.next(event -> event.comment().equals("listening"));
                }
            }
            // as many as a caller may have: all those before have been noticed to be gone
            List<EventStream> all = new ArrayList<>();
            while (all.size() < 10) {
                all.add(patiently());
            }
            all.forEach(EventStream::close);
        } finally {
            root.removeHandler(watching);
        }
        assertEquals(
                List.of(),
                errors.stream()
                        .filter(logged -> SERVING.stream().anyMatch(logged.getLoggerName()::startsWith))
                        .map(logged -> logged.getLoggerName() + ": " + logged.getMessage())
                        .toList());
    }
}
