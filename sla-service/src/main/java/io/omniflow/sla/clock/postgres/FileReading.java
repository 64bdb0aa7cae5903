package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.Observations;
import io.omniflow.sla.clock.TicketFile;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.TicketTail;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Puts the rows of a batch together, ticket by ticket. What cannot be read is reported and left out. */
record FileReading(Observations observations) {

    List<TicketFile> files(RowSet<Row> tickets, RowSet<Row> facts, RowSet<Row> clocks) {
        Map<TicketKey, List<Row>> factsOf = stream(facts).collect(Collectors.groupingBy(FactRows::key));
        Map<TicketKey, List<Row>> clocksOf = stream(clocks).collect(Collectors.groupingBy(FactRows::key));
        return stream(tickets)
                .flatMap(row -> {
                    TicketKey key = FactRows.key(row);
                    return readable(
                            key,
                            () -> file(
                                    key,
                                    row,
                                    factsOf.getOrDefault(key, List.of()),
                                    clocksOf.getOrDefault(key, List.of())))
                            .stream();
                })
                .toList();
    }

    List<TicketTail> tails(RowSet<Row> tickets, RowSet<Row> facts, RowSet<Row> clocks) {
        Map<TicketKey, List<Row>> factsOf = stream(facts).collect(Collectors.groupingBy(FactRows::key));
        Map<TicketKey, List<Row>> clocksOf = stream(clocks).collect(Collectors.groupingBy(FactRows::key));
        return stream(tickets)
                .flatMap(row -> {
                    TicketKey key = FactRows.key(row);
                    return readable(
                            key,
                            () -> tail(
                                    key,
                                    row,
                                    factsOf.getOrDefault(key, List.of()),
                                    clocksOf.getOrDefault(key, List.of())))
                            .stream();
                })
                .toList();
    }

    private static TicketFile file(TicketKey key, Row ticket, List<Row> facts, List<Row> clocks) {
        return new TicketFile(
                key,
                ticket.getLong("judged_sequence"),
                ticket.getLong("told_sequence"),
                TicketRows.pinned(ticket),
                facts.stream().map(FactRows::read).toList(),
                clocks.stream().flatMap(ClockRows::notices).toList());
    }

    private static TicketTail tail(TicketKey key, Row ticket, List<Row> facts, List<Row> clocks) {
        return new TicketTail(
                key,
                ticket.getLong("told_sequence"),
                TicketRows.pinned(ticket),
                clocks.stream().map(ClockRows::revision).collect(Collectors.toSet()),
                TicketRows.clocks(ticket, clocks),
                facts.stream().map(FactRows::read).toList());
    }

    private <T> Optional<T> readable(TicketKey key, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException unreadable) {
            observations.broken(key, unreadable);
            return Optional.empty();
        }
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
