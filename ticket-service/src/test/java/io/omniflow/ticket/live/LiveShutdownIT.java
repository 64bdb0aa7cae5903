package io.omniflow.ticket.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.Desk;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** In a service of its own, for afterwards it has no streams any more. */
@QuarkusTest
@TestProfile(LiveShutdownIT.OfItsOwn.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class LiveShutdownIT {
    public static final class OfItsOwn implements QuarkusTestProfile {}

    private final Desk desk = new Desk();

    @TestHTTPResource("/api/v1/tickets/stream")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI stream;

    @Inject
    @SuppressWarnings("NullAway") // set by Quarkus before the test
    Event<ShutdownDelayInitiatedEvent> leaving;

    private EventStream listen() {
        return EventStream.open(stream, Tokens.token(desk.workspace, "anna", Roles.VIEWER), null);
    }

    @Test
    void streams_end_before_the_shutdown_waits_for_them() {
        assertTrue(
                ConfigProvider.getConfig().getValue("quarkus.shutdown.delay-enabled", Boolean.class),
                "or the event is never fired");
        try (EventStream waiting = listen()) {
            waiting.next(event -> event.comment().equals("listening"));
            leaving.fire(new ShutdownDelayInitiatedEvent());
            assertEquals("end", waiting.next().name());
        }
        try (EventStream late = listen()) {
            assertEquals("end", late.next().name());
        }
    }
}
