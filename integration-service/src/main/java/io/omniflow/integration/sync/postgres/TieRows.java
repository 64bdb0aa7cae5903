package io.omniflow.integration.sync.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.integration.sync.domain.Asked;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Seen;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.integration.sync.domain.TicketStatus;
import io.omniflow.integration.sync.domain.Tie;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ties to and from JSON. */
final class TieRows {
    private TieRows() {}

    static TiedLink link(Row row) {
        return new TiedLink(
                new WorkspaceId(row.getUUID("workspace_id")),
                new LinkId(row.getUUID("link_id")),
                row.getUUID("ticket_id"),
                new ConnectionId(row.getUUID("connection_id")),
                LinkState.of(row.getString("state")),
                sync(row.getString("sync")),
                row.getLong("ticket_version"),
                tie(row.getJsonObject("tie")));
    }

    static JsonObject json(Tie tie) {
        JsonObject json = new JsonObject()
                .put("status", tie.status().text())
                .put("statusAt", tie.statusAt().toString())
                .put("ticketSide", tie.ticketSide().name())
                .put("lastMove", tie.lastMove().name())
                .put("course", tie.course().name());
        @Nullable Seen seen = tie.seen();
        if (seen != null) {
            ExternalState state = seen.state();
            json.put(
                    "seen",
                    new JsonObject()
                            .put("id", state.id())
                            .put("name", state.name())
                            .put("kind", state.kind().text())
                            .put("at", seen.at().toString()));
        }
        @Nullable Asked asked = tie.asked();
        if (asked != null) {
            json.put(
                    "asked",
                    new JsonObject()
                            .put("command", asked.command().toString())
                            .put("status", asked.status().text())
                            .put("at", asked.at().toString())
                            .put("state", asked.state().name()));
        }
        return json;
    }

    /** A connection that was removed carries nothing any more. */
    private static Sync sync(@Nullable String text) {
        return text == null ? Sync.ONE_WAY : Sync.of(text).orElseThrow();
    }

    private static Tie tie(JsonObject json) {
        return new Tie(
                status(json),
                Instant.parse(json.getString("statusAt")),
                Tie.TicketSide.valueOf(json.getString("ticketSide")),
                seen(json.getJsonObject("seen")),
                asked(json.getJsonObject("asked")),
                Tie.LastMove.valueOf(json.getString("lastMove")),
                Tie.Course.valueOf(json.getString("course")));
    }

    private static @Nullable Seen seen(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Seen(
                        new ExternalState(
                                json.getString("id"),
                                json.getString("name"),
                                StateKind.of(json.getString("kind")).orElse(StateKind.UNKNOWN)),
                        Instant.parse(json.getString("at")));
    }

    private static @Nullable Asked asked(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Asked(
                        UUID.fromString(json.getString("command")),
                        status(json),
                        Instant.parse(json.getString("at")),
                        Asked.State.valueOf(json.getString("state")));
    }

    private static TicketStatus status(JsonObject json) {
        return TicketStatus.of(json.getString("status")).orElseThrow();
    }
}
