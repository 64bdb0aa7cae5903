package io.omniflow.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.Roles;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trace, correlation, source address and cause go on from a request to its events, and to theirs. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TraceIT {
    private final NoteCommands commands = NoteCommands.ofNewTicket();

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void a_trace_goes_through_every_event_a_request_sets_off(String flags) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (Watch watch = Events.watch(Topics.TICKET_COMMANDS, Topics.TICKETS)) {
            given().auth()
                    .oauth2(Tokens.token(commands.workspace(), "anna", Roles.AGENT))
                    .contentType("application/json")
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-" + flags)
                    .header("X-Correlation-Id", "order-66")
                    .body(commands.json("traced"))
                    .post("/api/v1/notes")
                    .then()
                    .statusCode(202);
            SeenEvent caused = watch.await(event -> isOn(event, Topics.TICKET_COMMANDS));
            SeenEvent thenCaused = watch.await(event -> isOn(event, Topics.TICKETS));
            assertEquals(trace, traceOf(caused));
            assertEquals(trace, traceOf(thenCaused));
            assertEquals("agent:anna", caused.header(EventHeaders.ACTOR));
            assertEquals("order-66", caused.header(EventHeaders.CORRELATION));
            assertEquals("order-66", thenCaused.header(EventHeaders.CORRELATION));
            assertEquals("127.0.0.1", caused.header(EventHeaders.SOURCE_ADDRESS));
            assertEquals("127.0.0.1", thenCaused.header(EventHeaders.SOURCE_ADDRESS));
            assertEquals(caused.header(EventHeaders.ID), thenCaused.header(EventHeaders.CAUSATION));
        }
    }

    private boolean isOn(SeenEvent event, String topic) {
        return event.topic().equals(topic) && commands.ticket().toString().equals(event.key());
    }

    private static String traceOf(SeenEvent event) {
        String[] parts = event.header(EventHeaders.TRACE_PARENT).split("-", -1);
        return parts.length == 4 ? parts[1] : "no traceparent: " + event.headers();
    }
}
