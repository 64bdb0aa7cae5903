package io.omniflow.merge.merging.kafka;

import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.MergeManifest;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.merge.merging.LeastRole;
import io.omniflow.merge.merging.MergeEvents;
import io.omniflow.merge.merging.MergePermissions;
import io.omniflow.merge.merging.domain.Manifest;
import io.omniflow.merge.merging.domain.Merge;
import io.omniflow.merge.merging.domain.MergeState;
import io.omniflow.merge.merging.domain.Refusal;
import io.omniflow.merge.merging.domain.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

@ApplicationScoped
class MergeEventsOut implements MergeEvents {
    private static final String KIND = "merging";

    @Override
    public OutboundEvent reached(Merge merge, Origin origin) {
        Wish wish = merge.wish();
        return switch (merge.state()) {
            case MergeState.Requested _ ->
                event(
                        merge,
                        new MergeEvent.Requested(merge.id(), wish.sources(), wish.destination(), wish.reason()),
                        merge.asked().at(),
                        origin);
            case MergeState.Rejected(Instant at, Refusal why) -> event(merge, rejected(merge, why), at, origin);
            case MergeState.Completed completed -> completed(merge, completed, origin);
            case MergeState.UndoRequested undo ->
                event(
                        merge,
                        new MergeEvent.UndoRequested(merge.id(), wish.sources(), wish.destination()),
                        undo.undo().at(),
                        origin);
            case MergeState.Undone undone ->
                event(
                        merge,
                        new MergeEvent.Undone(merge.id(), wish.sources(), wish.destination()),
                        undone.at(),
                        origin);
        };
    }

    @Override
    public OutboundEvent command(Merge merge, Instant now, Origin origin) {
        Wish wish = merge.wish();
        return switch (merge.state()) {
            case MergeState.Requested _ ->
                event(merge, new TicketCommand.Merge(merge.id(), wish.sources(), wish.destination()), now, origin);
            case MergeState.UndoRequested _ ->
                event(merge, new TicketCommand.UndoMerge(merge.id(), wish.sources(), wish.destination()), now, origin);
            case MergeState.Rejected _, MergeState.Completed _, MergeState.Undone _ ->
                throw new IllegalStateException("Nothing is asked for merge " + merge.id());
        };
    }

    @Override
    public OutboundEvent changed(
            WorkspaceId workspace, MergePermissions before, MergePermissions after, Instant at, Origin origin) {
        return OutboundEvent.of(
                workspace,
                workspace.value(),
                new WorkspaceEvent.SettingChanged(KIND, workspace.value().toString(), shown(before), shown(after)),
                at,
                null,
                origin);
    }

    private static OutboundEvent completed(Merge merge, MergeState.Completed completed, Origin origin) {
        MergeState.RefusedUndo refused = completed.refusedUndo();
        if (refused != null) {
            return event(merge, rejected(merge, refused.why()), refused.at(), origin);
        }
        return event(
                merge,
                new MergeEvent.Completed(
                        merge.id(),
                        merge.wish().sources(),
                        merge.wish().destination(),
                        merge.answers().manifest().stream()
                                .map(MergeEventsOut::published)
                                .toList(),
                        completed.undoUntil()),
                completed.at(),
                origin);
    }

    private static MergeEvent rejected(Merge merge, Refusal why) {
        return new MergeEvent.Rejected(
                merge.id(),
                merge.wish().sources(),
                merge.wish().destination(),
                new Problem(why.type(), why.status(), why.detail(), why.pointer(), why.destination(), why.mergeId()));
    }

    private static MergeManifest published(Manifest manifest) {
        return new MergeManifest(
                manifest.source(),
                TicketStatus.valueOf(manifest.previousStatus().name()),
                manifest.moved().conversationIds(),
                manifest.moved().contactIds(),
                manifest.moved().noteIds(),
                manifest.moved().tags());
    }

    private static OutboundEvent event(Merge merge, Object data, Instant at, Origin origin) {
        return OutboundEvent.of(merge.workspace(), merge.wish().destination(), data, at, null, origin);
    }

    private static Map<String, Object> shown(MergePermissions permissions) {
        return Map.of(
                "mergeRole",
                name(permissions.merge()),
                "undoRole",
                name(permissions.undo()),
                "version",
                permissions.version());
    }

    private static String name(LeastRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
