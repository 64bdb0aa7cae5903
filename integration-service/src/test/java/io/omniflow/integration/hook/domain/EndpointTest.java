package io.omniflow.integration.hook.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.WorkspaceId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    @Test
    void it_is_hopeless_when_nothing_succeeded_since_the_first_attempt() {
        assertTrue(failing(NOW).failedThroughout(NOW));
        assertTrue(failing(NOW.minusSeconds(9)).failedThroughout(NOW));
        assertFalse(failing(NOW.plusSeconds(1)).failedThroughout(NOW), "something succeeded in between");
        assertFalse(failing(null).failedThroughout(NOW), "it works");
        assertFalse(failing(NOW).shut(Shutdown.Reason.GONE, NOW).failedThroughout(NOW), "it is disabled already");
    }

    @Test
    void enabling_it_again_forgets_what_went_wrong() {
        Endpoint shut = failing(NOW).shut(Shutdown.Reason.FAILING, NOW);

        Endpoint again = shut.changed(terms("https://hooks.example", Activity.ENABLED), NOW);

        assertNull(again.failingSince());
        assertNull(again.shutdown());
        assertEquals(shut.version() + 1, again.version());
    }

    @Test
    void a_new_address_begins_afresh_and_a_new_description_does_not() {
        assertNull(failing(NOW)
                .changed(terms("https://other.example", Activity.ENABLED), NOW)
                .failingSince());
        EndpointTerms told =
                new EndpointTerms(URI.create("https://hooks.example"), "told", List.of(), Activity.ENABLED);
        assertEquals(NOW, failing(NOW).changed(told, NOW).failingSince());
    }

    @Test
    void the_same_terms_change_nothing() {
        Endpoint endpoint = failing(NOW);

        assertSame(endpoint, endpoint.changed(terms("https://hooks.example", Activity.ENABLED), NOW));
    }

    private static Endpoint failing(@Nullable Instant since) {
        return new Endpoint(
                new WorkspaceId(UUID.randomUUID()),
                new EndpointId(UUID.randomUUID()),
                terms("https://hooks.example", Activity.ENABLED),
                since,
                null,
                NOW,
                3,
                NOW,
                NOW);
    }

    private static EndpointTerms terms(String url, Activity activity) {
        return new EndpointTerms(URI.create(url), "", List.of(), activity);
    }
}
