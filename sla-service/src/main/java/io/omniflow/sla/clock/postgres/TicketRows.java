package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.PinnedTerms;
import io.omniflow.sla.clock.Reapplication;
import io.omniflow.sla.clock.Settled;
import io.omniflow.sla.clock.domain.Circumstances;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Terms;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
                .put("circumstances", CircumstancesJson.write(now));
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
