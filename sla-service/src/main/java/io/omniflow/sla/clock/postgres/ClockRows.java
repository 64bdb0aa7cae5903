package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.Settled;
import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Ending;
import io.omniflow.sla.clock.domain.Mark;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Notice;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Progress;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.clock.domain.Voice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clock, and what was noticed about it, as a row of {@code clock}. */
final class ClockRows {
    private ClockRows() {}

    static JsonArray write(List<Settled> settled) {
        JsonArray rows = new JsonArray();
        for (Settled one : settled) {
            Set<Clock> kept = Collections.newSetFromMap(new IdentityHashMap<>());
            kept.addAll(one.unchanged());
            for (Clock clock : one.reckoning().clocks().clocks()) {
                if (kept.contains(clock)) {
                    continue;
                }
                rows.add(write(clock, one.reckoning().notices())
                        .put("workspace_id", one.key().workspace().value().toString())
                        .put("ticket_id", one.key().ticket().toString()));
            }
        }
        return rows;
    }

    private static JsonObject write(Clock clock, List<Notice> notices) {
        JsonArray marks = new JsonArray();
        notices.stream()
                .filter(notice -> notice.metric() == clock.metric() && notice.cycle() == clock.cycle())
                .forEach(notice -> marks.add(write(notice)));
        @Nullable Duration target = clock.target();
        JsonObject row = new JsonObject()
                .put("metric", Words.of(clock.metric()))
                .put("cycle", clock.cycle())
                .put("terms_revision", clock.revision())
                .put("policy_id", clock.policy().id().toString())
                .put("policy_version", clock.policy().version())
                .put("calendar_id", clock.calendar().id().toString())
                .put("calendar_version", clock.calendar().version())
                .put("due_at", text(clock.dueAt()))
                .put("breached_at", text(clock.breachedAt()))
                .put("target_ms", target == null ? null : target.toMillis())
                .put("counted_ms", clock.counted().toMillis())
                .put("as_of", clock.asOf().toString())
                .put("started_at", clock.startedAt().toString())
                .put("marks", marks)
                .put("leads", StartsJson.leads(clock.leads()));
        return switch (clock.progress()) {
            case Progress.Running _ -> row.put("progress", "running");
            case Progress.Paused _ -> row.put("progress", "paused");
            case Progress.Stopped(Instant at, Ending ending) ->
                row.put("progress", "stopped").put("stopped_at", at.toString()).put("ending", Words.of(ending));
        };
    }

    private static JsonObject write(Notice notice) {
        return new JsonObject()
                .put("percent", notice.mark().percent())
                .put("targetMs", notice.mark().target().toMillis())
                .put("policyId", notice.mark().policy().id().toString())
                .put("policyVersion", notice.mark().policy().version())
                .put("at", notice.mark().at().toString())
                .put("noticedAt", notice.noticedAt().toString())
                .put("voice", Words.of(notice.voice()));
    }

    static Stream<Notice> notices(Row row) {
        return row.getJsonArray("marks").stream()
                .map(JsonObject.class::cast)
                .map(json -> new Notice(
                        metric(row),
                        row.getInteger("cycle"),
                        mark(json, row),
                        Instant.parse(json.getString("noticedAt")),
                        Words.read(Voice.class, json.getString("voice"))));
    }

    /** The revisions of the workspace's policies by which clocks were measured last. */
    static int revision(Row row) {
        return row.getInteger("terms_revision");
    }

    /** @param terms of the row's revision */
    static Clock read(Row row, Terms terms) {
        PolicyRef policy = policy(row);
        @Nullable Long target = row.getLong("target_ms");
        return new Clock(
                metric(row),
                row.getInteger("cycle"),
                terms.revision(),
                terms.offer(policy)
                        .orElseThrow(() -> new IllegalStateException(
                                policy + " is not in revision " + terms.revision() + " of its workspace's policies")),
                target == null ? null : Duration.ofMillis(target),
                Duration.ofMillis(row.getLong("counted_ms")),
                row.getOffsetDateTime("as_of").toInstant(),
                progress(row),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getJsonArray("marks").stream()
                        .map(JsonObject.class::cast)
                        .map(json -> mark(json, row))
                        .toList(),
                StartsJson.leads(row.getJsonArray("leads")));
    }

    private static Progress progress(Row row) {
        return switch (Objects.toString(row.getString("progress"))) {
            case "running" -> new Progress.Running();
            case "paused" -> new Progress.Paused();
            case "stopped" ->
                new Progress.Stopped(
                        row.getOffsetDateTime("stopped_at").toInstant(),
                        Words.read(Ending.class, row.getString("ending")));
            default -> throw new IllegalStateException("a clock was stored by a newer version");
        };
    }

    private static PolicyRef policy(Row row) {
        return new PolicyRef(row.getUUID("policy_id"), row.getInteger("policy_version"));
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    private static Metric metric(Row row) {
        return Words.read(Metric.class, row.getString("metric"));
    }

    /** Marks from the time of one policy a ticket do not name it. */
    private static Mark mark(JsonObject json, Row row) {
        @Nullable String policy = json.getString("policyId");
        return new Mark(
                json.getInteger("percent"),
                Duration.ofMillis(json.getLong("targetMs")),
                new PolicyRef(
                        policy == null ? row.getUUID("policy_id") : UUID.fromString(policy),
                        json.getInteger("policyVersion")),
                Instant.parse(json.getString("at")));
    }
}
