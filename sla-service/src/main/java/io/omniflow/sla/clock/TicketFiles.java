package io.omniflow.sla.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is kept about tickets. Whatever takes a transaction sees and holds the lock of each ticket it names. */
public interface TicketFiles {

    /** Adds facts to their tickets and locks these until the transaction ends; answers with those not known before. */
    Uni<List<TicketFact>> add(SqlConnection transaction, List<Arrival> arrivals);

    /** Reads what is needed to go on from the kept clocks; what cannot be read is left out, and logged. */
    Uni<List<TicketTail>> readTails(SqlConnection transaction, Collection<TicketKey> tickets);

    /** Reads files of tickets the transaction has locked; one with a row that cannot be read is left out, and logged. */
    Uni<List<TicketFile>> read(SqlConnection transaction, Collection<TicketKey> tickets);

    /** By what those of the tickets that have clocks are measured. */
    Uni<List<MeasuredTicket>> measuredBy(SqlConnection transaction, Collection<TicketKey> tickets);

    Uni<Void> keep(SqlConnection transaction, List<Settled> settled);

    /** To be judged again then, whatever falls due before. */
    Uni<Void> postpone(SqlConnection transaction, Collection<TicketKey> tickets, Instant until);

    /**
     * Locks tickets on which a warning or deadline has passed and can be judged; those another replica holds are left
     * to it. How far a partition is known is told by the watermarks, and is {@code patience} whatever they tell, unless the
     * newest of them tells of facts that have not been applied yet.
     *
     * @param now nothing after it is judged
     * @param patience every partition that is not behind counts as known up to here
     */
    Uni<List<DueTicket>> claimDue(SqlConnection transaction, Instant now, Instant patience, int limit);

    /** The next instant at which something is to be judged in any ticket. */
    Uni<Optional<Instant>> earliestMark();

    /** Empty when nothing is known about the ticket in its workspace. */
    Uni<Optional<ClockSheet>> find(TicketKey key);

    /** Empty when nothing is known about the ticket in its workspace. */
    Uni<Optional<TicketHistory>> history(TicketKey key);
}
