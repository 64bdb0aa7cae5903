package io.omniflow.ticket.lifecycle.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A ticket while one request changes it, step by step. */
final class Edit {
    private Ticket current;
    private String title;
    private @Nullable String description;
    private Status status;
    private Priority priority;
    private @Nullable UUID assigneeId;
    private @Nullable UUID teamId;
    private Tags tags;
    private List<UUID> contactIds;
    private List<UUID> conversationIds;
    private Map<String, Object> customFields;
    private @Nullable TicketId mergedInto;
    private @Nullable Instant firstRespondedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant closedAt;

    Edit(Ticket ticket) {
        current = ticket;
        title = ticket.title();
        description = ticket.description();
        status = ticket.status();
        priority = ticket.priority();
        assigneeId = ticket.assigneeId();
        teamId = ticket.teamId();
        tags = ticket.tags();
        contactIds = ticket.contactIds();
        conversationIds = ticket.conversationIds();
        customFields = ticket.customFields();
        mergedInto = ticket.mergedInto();
        firstRespondedAt = ticket.firstRespondedAt();
        resolvedAt = ticket.resolvedAt();
        closedAt = ticket.closedAt();
    }

    Ticket current() {
        return current;
    }

    /** The fact the step makes; none when the ticket already is as it asks. */
    @Nullable Fact apply(Step step, Instant at) {
        return switch (step) {
            case Step.SetTitle(String wanted) ->
                changed(title, wanted, before -> {
                    title = wanted;
                    return new Fact.TitleChanged(before, wanted);
                });
            case Step.SetDescription(@Nullable String wanted) -> {
                @Nullable String before = description;
                description = wanted;
                yield Objects.equals(before, wanted) ? null : new Fact.DescriptionChanged(before, wanted);
            }
            case Step.SetStatus(Status wanted) -> changed(status, wanted, before -> move(before, wanted, at));
            case Step.SetPriority(Priority wanted) ->
                changed(priority, wanted, before -> {
                    priority = wanted;
                    return new Fact.PriorityChanged(before, wanted);
                });
            case Step.Assign(@Nullable UUID wanted) -> {
                @Nullable UUID before = assigneeId;
                assigneeId = wanted;
                yield Objects.equals(before, wanted) ? null : new Fact.Assigned(before, wanted);
            }
            case Step.SetTeam(@Nullable UUID wanted) -> {
                @Nullable UUID before = teamId;
                teamId = wanted;
                yield Objects.equals(before, wanted) ? null : new Fact.TeamChanged(before, wanted);
            }
            case Step.SetTags(Tags wanted) -> retag(wanted);
            case Step.AddTag(String tag) -> retag(tags.with(tag));
            case Step.RemoveTag(String tag) -> retag(tags.without(tag));
            case Step.PatchCustomFields(Map<String, @Nullable Object> patch) -> patchFields(patch);
            case Step.LinkConversation(UUID id) ->
                changed(conversationIds, Linked.with(conversationIds, List.of(id)), before -> {
                    conversationIds = Linked.with(before, List.of(id));
                    return new Fact.ConversationLinked(id);
                });
            case Step.UnlinkConversation(UUID id) ->
                changed(conversationIds, Linked.without(conversationIds, List.of(id)), before -> {
                    conversationIds = Linked.without(before, List.of(id));
                    return new Fact.ConversationUnlinked(id);
                });
            case Step.LinkContact(UUID id) ->
                changed(contactIds, Linked.with(contactIds, List.of(id)), before -> {
                    contactIds = Linked.with(before, List.of(id));
                    return new Fact.ContactLinked(id);
                });
            case Step.UnlinkContact(UUID id) ->
                changed(contactIds, Linked.without(contactIds, List.of(id)), before -> {
                    contactIds = Linked.without(before, List.of(id));
                    return new Fact.ContactUnlinked(id);
                });
            case Step.AddNote note ->
                new Fact.NoteAdded(note.noteId(), note.body(), note.authorName(), note.audience());
            case Step.EditNote(UUID noteId, String before, String after) ->
                before.equals(after) ? null : new Fact.NoteEdited(noteId, before, after);
            case Step.DeleteNote(UUID noteId, String before) -> new Fact.NoteDeleted(noteId, before);
            case Step.Reply(@Nullable UUID conversationId, @Nullable UUID replyId, @Nullable String body) -> {
                firstRespondedAt = firstRespondedAt == null ? at : firstRespondedAt;
                yield new Fact.AgentReplied(conversationId, replyId, body);
            }
            case Step.ReceiveMessage(UUID conversationId, UUID messageId, Instant claimedAt, String body) ->
                new Fact.CustomerMessageReceived(conversationId, messageId, claimedAt, body);
            case Step.PingAgent(UUID agentId, Instant graceUntil) -> new Fact.StalePinged(agentId, graceUntil);
            case Step.CloseImport(Fact.Imported imported) -> imported;
            case Step.MergeInto merge -> mergeInto(merge, at);
            case Step.Absorb(UUID mergeId, TicketId origin, Load load, @Nullable Instant clockStartedAt) -> {
                tags = tags.withAll(load.tags());
                contactIds = Linked.with(contactIds, load.contactIds());
                conversationIds = Linked.with(conversationIds, load.conversationIds());
                yield new Fact.Absorbed(mergeId, origin, load, clockStartedAt);
            }
            case Step.Release(UUID mergeId, TicketId origin, Load load) -> {
                tags = tags.withoutAny(load.tags());
                contactIds = Linked.without(contactIds, load.contactIds());
                conversationIds = Linked.without(conversationIds, load.conversationIds());
                yield new Fact.MergeUndone(mergeId, origin);
            }
            case Step.Restore restore -> restore(restore);
        };
    }

    /** Takes the last step up as the ticket's next version. */
    Ticket next(Instant at) {
        current = new Ticket(
                current.id(),
                current.number(),
                title,
                description,
                status,
                priority,
                assigneeId,
                teamId,
                tags,
                contactIds,
                conversationIds,
                customFields,
                current.source(),
                current.externalId(),
                mergedInto,
                current.version() + 1,
                current.createdAt(),
                at,
                firstRespondedAt,
                resolvedAt,
                closedAt);
        return current;
    }

    private static <T> @Nullable Fact changed(T before, T wanted, Function<T, Fact> change) {
        return before.equals(wanted) ? null : change.apply(before);
    }

    /** A ticket closed without being resolved counts as resolved at its closing; reopening clears both times. */
    private Fact move(Status before, Status wanted, Instant at) {
        status = wanted;
        if (!wanted.isEnded()) {
            resolvedAt = null;
        } else if (resolvedAt == null) {
            resolvedAt = at;
        }
        closedAt = wanted == Status.CLOSED ? at : null;
        return new Fact.StatusChanged(before, wanted);
    }

    private @Nullable Fact retag(Tags wanted) {
        return changed(tags, wanted, before -> {
            tags = wanted;
            return new Fact.TagsChanged(before, wanted);
        });
    }

    private @Nullable Fact patchFields(Map<String, @Nullable Object> patch) {
        Map<String, Object> after = CustomFields.patched(customFields, patch);
        return changed(customFields, after, before -> {
            customFields = after;
            return new Fact.CustomFieldsChanged(before, after);
        });
    }

    /** Whoever closed or resolved it before keeps his time. */
    private Fact mergeInto(Step.MergeInto merge, Instant at) {
        Status previous = status;
        status = Status.CLOSED;
        resolvedAt = resolvedAt == null ? at : resolvedAt;
        closedAt = closedAt == null ? at : closedAt;
        mergedInto = merge.destination();
        conversationIds = List.of();
        return new Fact.Merged(merge.mergeId(), merge.destination(), previous);
    }

    private Fact restore(Step.Restore restore) {
        Step.Restore.Former former = restore.former();
        status = former.status();
        resolvedAt = former.resolvedAt();
        closedAt = former.closedAt();
        firstRespondedAt = firstRespondedAt == null ? former.answeredAt() : firstRespondedAt;
        mergedInto = null;
        conversationIds = former.conversationIds();
        return new Fact.MergeUndone(restore.mergeId(), restore.destination());
    }
}
