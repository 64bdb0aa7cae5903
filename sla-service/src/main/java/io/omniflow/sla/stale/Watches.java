package io.omniflow.sla.stale;

import io.omniflow.sla.clock.DueTicket;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.Silence;
import io.omniflow.sla.stale.domain.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored watches: a row a ticket in Waiting. Whoever writes one holds the lock of its ticket. */
public interface Watches {

    /** Those of the tickets that are watched, locked together with their tickets until the transaction ends. */
    Uni<Map<TicketKey, Watch>> lock(SqlConnection transaction, Collection<TicketKey> tickets);

    Uni<Void> keep(SqlConnection transaction, List<Kept> watches);

    Uni<Void> end(SqlConnection transaction, Collection<TicketKey> tickets);

    /**
     * Locks tickets whose watch is to be judged and whose facts are known beyond that instant; those another replica holds
     * are left to it. Nothing is judged after {@code now}: the other service's clock may be ahead.
     */
    Uni<List<DueTicket>> claimDue(SqlConnection transaction, Instant now, int limit);

    /** The next instant at which any ticket is to be judged. */
    Uni<Optional<Instant>> earliest();

    /** Keeps the silence; every grace that runs goes on for as much longer as it took of it. */
    Uni<Void> makeUpFor(SqlConnection transaction, Silence silence);

    /** The silences so far, in order; none is added before the transaction ends. To be asked for before watches are locked. */
    Uni<List<Silence>> silences(SqlConnection transaction);

    /** So many SLA facts have been told of these locked tickets. */
    Uni<Void> count(SqlConnection transaction, Map<TicketKey, Long> told);
}
