package io.omniflow.integration.link;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.integration.link.domain.TicketAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** The ticket's owner answered: the delivery may begin, or never will. */
@ApplicationScoped
public class TakeTicketAnswer {
    private final Links links;
    private final Deliveries deliveries;
    private final Clock clock;

    TakeTicketAnswer(Links links, Deliveries deliveries, Clock clock) {
        this.links = links;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** An answer that is not to the link's newest question is passed over. */
    public Uni<Void> take(SqlClient transaction, TicketAnswer answer) {
        return links.findForChange(transaction, answer.workspace(), answer.link())
                .flatMap(found -> found.filter(link -> awaits(link, answer))
                        .map(link -> apply(transaction, link, answer, clock.instant()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean awaits(Link link, TicketAnswer answer) {
        return link.state() == LinkState.REQUESTED && link.command().equals(answer.command());
    }

    private Uni<Void> apply(SqlClient transaction, Link link, TicketAnswer answer, Instant now) {
        Link after = link.answered(answer, now);
        return links.save(transaction, after)
                .flatMap(_ -> after.state() == LinkState.DELIVERING
                        ? deliveries.release(
                                transaction, link.workspace(), link.id().value(), now)
                        : deliveries.drop(
                                transaction, link.workspace(), link.id().value()));
    }
}
