package io.omniflow.ticket.rule.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.json.StrictJson;
import io.omniflow.ticket.rule.domain.Changes;
import io.omniflow.ticket.rule.domain.Rule;
import io.omniflow.ticket.rule.domain.RuleTerms;
import io.omniflow.ticket.rule.domain.Template;
import io.omniflow.ticket.rule.domain.Then;
import io.omniflow.ticket.rule.domain.Trigger;
import io.omniflow.ticket.rule.domain.When;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules as rows, and back. */
final class RuleRows {
    /** JSON goes as text: only so numbers stay as they were written. */
    static final String COLUMNS = "id, name, position, enabled, trigger, conditions::text as conditions,"
            + " acts::text as acts, version, created_at, updated_at";

    private static final ObjectMapper JSON = StrictJson.create();

    private RuleRows() {}

    private record Acts(
            @Nullable Template createTicket, @Nullable Changes changeTicket) {
        Then then() {
            if (createTicket != null) {
                return new Then.CreateTicket(createTicket);
            }
            if (changeTicket != null) {
                return new Then.ChangeTicket(changeTicket);
            }
            throw new IllegalStateException("A stored rule does nothing");
        }
    }

    /** $1 the workspace, then id, name, position, enabled, trigger, conditions, acts, version, created_at, updated_at. */
    static Tuple values(WorkspaceId workspace, Rule rule) {
        RuleTerms terms = rule.terms();
        return Tuple.of(workspace.value(), rule.id(), terms.name(), terms.position(), terms.enabled())
                .addString(name(terms.trigger()))
                .addString(text(terms.when()))
                .addString(text(terms.then()))
                .addLong(rule.version())
                .addOffsetDateTime(utc(rule.createdAt()))
                .addOffsetDateTime(utc(rule.updatedAt()));
    }

    static List<Rule> rules(RowSet<Row> rows) {
        List<Rule> rules = new ArrayList<>(rows.size());
        rows.forEach(row -> rules.add(rule(row)));
        return rules;
    }

    private static Rule rule(Row row) {
        RuleTerms terms = new RuleTerms(
                row.getString("name"),
                row.getInteger("position"),
                row.getBoolean("enabled"),
                trigger(row.getString("trigger")),
                read(row.getString("conditions"), When.class),
                read(row.getString("acts"), Acts.class).then());
        return new Rule(
                row.getUUID("id"),
                terms,
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    static Trigger trigger(String stored) {
        return Trigger.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored rule cannot be read", unreadable);
        }
    }
}
