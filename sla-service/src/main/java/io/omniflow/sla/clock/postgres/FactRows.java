package io.omniflow.sla.clock.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.Arrival;
import io.omniflow.sla.clock.Provenance;
import io.omniflow.sla.clock.TicketFact;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.ActorKind;
import io.omniflow.sla.clock.domain.Fact;
import io.omniflow.sla.clock.domain.Place;
import io.omniflow.sla.clock.domain.Telling;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A fact as a row of {@code ticket_fact}. */
final class FactRows {
    private FactRows() {}

    static JsonArray write(List<Arrival> arrivals) {
        JsonArray rows = new JsonArray();
        arrivals.forEach(arrival -> rows.add(write(arrival)));
        return rows;
    }

    private static JsonObject write(Arrival arrival) {
        TicketFact ticketFact = arrival.fact();
        Fact fact = ticketFact.fact();
        return new JsonObject()
                .put("workspace_id", ticketFact.ticket().workspace().value().toString())
                .put("ticket_id", ticketFact.ticket().ticket().toString())
                .put("partition", arrival.partition())
                .put("sequence", fact.sequence())
                .put("kind", HappeningJson.kind(fact.happening()))
                .put("at", fact.at().toString())
                .put("actor", Words.of(fact.actor()))
                .put("change_id", Objects.toString(fact.changeId(), null))
                .put("change_last", fact.place() == Place.LAST)
                .put("backfill", fact.telling() == Telling.BACKFILL)
                .put("event_id", ticketFact.provenance().eventId().toString())
                .put("correlation_id", ticketFact.provenance().correlationId())
                .put("trace_parent", ticketFact.provenance().traceParent())
                .put("data", HappeningJson.write(fact.happening()));
    }

    static TicketFact read(Row row) {
        return new TicketFact(
                key(row),
                new Fact(
                        row.getLong("sequence"),
                        row.getOffsetDateTime("at").toInstant(),
                        Words.read(ActorKind.class, row.getString("actor")),
                        row.getUUID("change_id"),
                        row.getBoolean("change_last") ? Place.LAST : Place.INNER,
                        row.getBoolean("backfill") ? Telling.BACKFILL : Telling.LIVE,
                        HappeningJson.read(row.getString("kind"), row.getJsonObject("data"))),
                new Provenance(
                        row.getUUID("event_id"), row.getString("correlation_id"), row.getString("trace_parent")));
    }

    static TicketKey key(Row row) {
        UUID workspace = row.getUUID("workspace_id");
        return new TicketKey(new WorkspaceId(workspace), row.getUUID("ticket_id"));
    }
}
