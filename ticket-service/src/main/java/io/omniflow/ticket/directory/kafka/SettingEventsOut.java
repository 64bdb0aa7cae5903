package io.omniflow.ticket.directory.kafka;

import io.omniflow.contract.Limits;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.directory.SettingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@ApplicationScoped
class SettingEventsOut implements SettingEvents {
    @Override
    public OutboundEvent changed(WorkspaceId workspace, Change change, Instant at, Origin origin) {
        WorkspaceEvent.SettingChanged changed = new WorkspaceEvent.SettingChanged(
                change.kind().name().toLowerCase(Locale.ROOT), change.id(), change.before(), change.after());
        return OutboundEvent.of(workspace, workspace.value(), changed, at, null, origin);
    }

    @Override
    public List<OutboundEvent> contactErased(
            WorkspaceId workspace, UUID contact, List<UUID> conversations, Instant at, Origin origin) {
        List<OutboundEvent> told = new ArrayList<>();
        int next = 0;
        do {
            int end = Math.min(next + Limits.CONVERSATIONS_TOLD, conversations.size());
            told.add(OutboundEvent.of(
                    workspace,
                    workspace.value(),
                    new WorkspaceEvent.ContactErased(contact, conversations.subList(next, end)),
                    at,
                    null,
                    origin));
            next = end;
        } while (next < conversations.size());
        return told;
    }
}
