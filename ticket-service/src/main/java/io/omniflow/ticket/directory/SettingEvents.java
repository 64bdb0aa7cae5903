package io.omniflow.ticket.directory;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of a workspace's settings and members in the published language; their subject is the workspace. */
public interface SettingEvents {
    /** What is set. */
    enum Kind {
        MEMBER,
        TEAM,
        CUSTOM_FIELD
    }

    /** {@code before} is null for what is new; the maps hold JSON values. */
    record Change(Kind kind, String id, @Nullable Map<String, Object> before, Map<String, Object> after) {}

    OutboundEvent changed(WorkspaceId workspace, Change change, Instant at, Origin origin);

    /** One event, or several where the conversations are many. */
    List<OutboundEvent> contactErased(
            WorkspaceId workspace, UUID contact, List<UUID> conversations, Instant at, Origin origin);
}
