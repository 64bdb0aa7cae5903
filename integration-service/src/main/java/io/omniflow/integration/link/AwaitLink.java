package io.omniflow.integration.link;

import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits for a link to come to an end. It looks again at short intervals, because any replica may be the one that brings
 * it there; the waiting ends with the caller's patience, however long a look takes.
 */
@ApplicationScoped
public class AwaitLink {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Links links;
    private final Clock clock;

    AwaitLink(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** The link once it stands still, or as it stands when the patience is over. */
    public Uni<Link> await(WorkspaceId workspace, LinkId id, Duration patience) {
        Uni<Link> look = links.find(workspace, id).map(found -> found.orElseThrow(() -> Problems.notFound("The link")));
        Instant over = clock.instant().plus(patience);
        return look.onItem()
                .delayIt()
                .by(LOOK_EVERY)
                .repeat()
                .indefinitely()
                .select()
                .where(link -> settled(link) || !clock.instant().isBefore(over))
                .toUni();
    }

    private static boolean settled(Link link) {
        return switch (link.state()) {
            case LINKED, FAILED, REJECTED -> true;
            case REQUESTED, DELIVERING -> false;
        };
    }
}
