package io.omniflow.contract;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of a workspace's settings and members, and what concerns it as a whole. Secrets never travel. */
public sealed interface WorkspaceEvent {

    /** {@code kind}: policy, calendar, rule, custom_field, connection, webhook_endpoint, view, member, team, workspace, stale_policy, merging. */
    @EventType(value = "omniflow.workspace.setting_changed.v1", topic = Topics.WORKSPACE)
    record SettingChanged(
            String kind,
            String settingId,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) implements WorkspaceEvent {}

    /**
     * Whoever keeps what these conversations said, or names the contact, has to erase it. A contact with very many
     * conversations is told of several times, each with a part of them.
     */
    @EventType(value = "omniflow.workspace.contact_erased.v1", topic = Topics.WORKSPACE)
    record ContactErased(
            UUID contactId,
            @Nullable @Size(max = Limits.CONVERSATIONS_TOLD) List<UUID> conversationIds) implements WorkspaceEvent {}

    @EventType(value = "omniflow.workspace.bulk_operation_changed.v1", topic = Topics.WORKSPACE)
    record BulkOperationChanged(
            UUID operationId,
            String state,
            @Min(0) long total,
            @Min(0) long succeeded,
            @Min(0) long failed) implements WorkspaceEvent {}

    /** Whoever keeps it can prove that the log up to it was not rewritten. */
    @EventType(value = "omniflow.workspace.audit_checkpointed.v1", topic = Topics.WORKSPACE)
    record AuditCheckpointed(@Min(1) long auditSequence, String hash) implements WorkspaceEvent {}

    /**
     * The suite stopped sending to one of the workspace's own webhook endpoints. {@code reason}: failing (nothing has
     * succeeded for as long as a message is retried), gone (it asked for it). {@code url} is without its query.
     */
    @EventType(value = "omniflow.workspace.webhook_disabled.v1", topic = Topics.WORKSPACE)
    record WebhookDisabled(
            UUID endpointId,
            String url,
            String description,
            String reason,
            @Nullable Instant failingSince,
            @Nullable String lastProblem)
            implements WorkspaceEvent {}
}
