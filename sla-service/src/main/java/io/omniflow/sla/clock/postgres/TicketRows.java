package io.omniflow.sla.clock.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.PinnedTerms;
import io.omniflow.sla.clock.Reapplication;
import io.omniflow.sla.clock.Settled;
import io.omniflow.sla.clock.TicketTail;
import io.omniflow.sla.clock.domain.Checkpoint;
import io.omniflow.sla.clock.domain.Circumstances;
import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.clock.domain.TicketClocks;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A ticket as a row of {@code ticket}. */
final class TicketRows {
    private TicketRows() {}

    /** Without clocks a ticket is measured by nothing yet. */
    static JsonObject write(Settled settled) {
        JsonObject row = new JsonObject()
                .put("workspace_id", settled.key().workspace().value().toString())
                .put("ticket_id", settled.key().ticket().toString())
                .put("judged_sequence", settled.reckoning().judgedSequence())
                .put("told_sequence", settled.toldSequence())
                .put("whole", settled.isWhole())
                .put(
                        "next_mark_at",
                        settled.reckoning().nextMark().map(Instant::toString).orElse(null));
        @Nullable Circumstances now = settled.reckoning().clocks().circumstances();
        if (now == null) {
            return row;
        }
        Terms terms = settled.measures().latest();
        PolicyRef policy = terms.offer(now).policy().ref();
        return row.put("begun_revision", settled.measures().begun().revision())
                .put("terms_revision", terms.revision())
                .put("policy_id", policy.id().toString())
                .put("policy_version", policy.version())
                .put("status", Words.of(now.status()))
                .put("priority", Words.of(now.priority()))
                .put("team_id", Objects.toString(now.traits().team(), null))
                .put("assignee_id", Objects.toString(now.assignee(), null))
                .put("circumstances", CircumstancesJson.write(now))
                .put("last_turn_at", settled.reckoning().lastTurn().toString())
                .put("quiet_until", quietUntil(settled.reckoning().quietUntil()));
    }

    private static @Nullable String quietUntil(Instant quietUntil) {
        return quietUntil.equals(Instant.MIN) ? null : quietUntil.toString();
    }

    /** Without clocks there is nothing to go on from. */
    static TicketTail.KeptClocks clocks(Row ticket, List<Row> clocks) {
        return (policies, before) -> {
            @Nullable JsonObject circumstances = ticket.getJsonObject("circumstances");
            @Nullable OffsetDateTime lastTurn = ticket.getOffsetDateTime("last_turn_at");
            if (circumstances == null || lastTurn == null) {
                return Optional.empty();
            }
            WorkspaceId workspace = new WorkspaceId(ticket.getUUID("workspace_id"));
            List<Clock> read = clocks.stream()
                    .map(row -> ClockRows.read(row, policies.terms(workspace, OptionalInt.of(ClockRows.revision(row)))))
                    .sorted(Comparator.comparing(Clock::metric).thenComparing(Clock::cycle))
                    .toList();
            @Nullable OffsetDateTime quiet = ticket.getOffsetDateTime("quiet_until");
            return Optional.of(new Checkpoint(
                    new TicketClocks(CircumstancesJson.read(circumstances), read),
                    ticket.getLong("judged_sequence"),
                    lastTurn.toInstant(),
                    quiet == null ? Instant.MIN : quiet.toInstant(),
                    before.in(policies, workspace).latest(),
                    before.reapplied().stream().map(Reapplication::at).max(Instant::compareTo),
                    clocks.stream().flatMap(ClockRows::notices).toList()));
        };
    }

    static PinnedTerms pinned(Row row) {
        @Nullable Integer begun = row.getInteger("begun_revision");
        OffsetDateTime[] at = row.getArrayOfOffsetDateTimes("reapplied_at");
        Integer[] revisions = row.getArrayOfIntegers("reapplied");
        List<Reapplication> reapplied = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            reapplied.add(new Reapplication(at[i].toInstant(), revisions[i]));
        }
        return new PinnedTerms(begun == null ? OptionalInt.empty() : OptionalInt.of(begun), reapplied);
    }
}
