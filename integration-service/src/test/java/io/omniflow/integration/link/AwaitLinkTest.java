package io.omniflow.integration.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitLinkTest {
    private static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration LOOK_TAKES = Duration.ofSeconds(2);

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void slow_looks_do_not_stretch_the_patience() {
        Link link = requested();

        Link seen = new AwaitLink(slow(link), clock())
                .await(link.workspace(), link.id(), Duration.ofSeconds(5))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertEquals(link, seen);
        assertEquals(3, looks.get());
    }

    /** Every look costs time. */
    private Clock clock() {
        InstantSource source = () -> BEGIN.plus(LOOK_TAKES.multipliedBy(looks.get()));
        return source.withZone(ZoneOffset.UTC);
    }

    /** Only looking at a link is asked of it. */
    private Links slow(Link link) {
        return (Links)
                Proxy.newProxyInstance(Links.class.getClassLoader(), new Class<?>[] {Links.class}, (_, method, _) -> {
                    assertEquals("find", method.getName());
                    return Uni.createFrom().item(() -> {
                        looks.incrementAndGet();
                        return Optional.of(link);
                    });
                });
    }

    private static Link requested() {
        return new Link(
                new WorkspaceId(UUID.randomUUID()),
                new LinkId(UUID.randomUUID()),
                UUID.randomUUID(),
                new ConnectionId(UUID.randomUUID()),
                ExternalSystem.LINEAR,
                LinkState.REQUESTED,
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                null,
                0,
                "agent:ada",
                1,
                BEGIN,
                BEGIN);
    }
}
