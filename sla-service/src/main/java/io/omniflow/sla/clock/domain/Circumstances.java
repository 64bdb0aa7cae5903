package io.omniflow.sla.clock.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is true of a ticket at one moment, as far as its clocks and the choice of their targets are concerned. */
public record Circumstances(
        Status status,
        Priority priority,
        @Nullable UUID assignee,
        Traits traits,
        int conversations,
        Merging merging,
        Answer answer,
        Wait customer,
        List<EarlierStart> starts) {

    public Circumstances {
        starts = List.copyOf(starts);
    }

    static Circumstances of(Happening.Created created) {
        return new Circumstances(
                created.status(),
                created.priority(),
                created.assignee(),
                created.traits(),
                created.conversations(),
                Merging.APART,
                Answer.AWAITED,
                Wait.NOBODY_WAITS,
                List.of());
    }

    Circumstances after(Fact fact) {
        return switch (fact.happening()) {
            case Happening.Created created -> of(created);
            case Happening.StatusChanged(Status after) ->
                answeredByStatusChange(fact.actor()).moved(after);
            case Happening.PriorityChanged(Priority after) ->
                new Circumstances(status, after, assignee, traits, conversations, merging, answer, customer, starts);
            case Happening.AssigneeChanged(@Nullable UUID after) ->
                new Circumstances(status, priority, after, traits, conversations, merging, answer, customer, starts);
            case Happening.TeamChanged changed -> with(traits.withTeam(changed.after()), conversations);
            case Happening.TagsChanged changed -> with(traits.withTags(changed.after()), conversations);
            case Happening.ContactsChanged changed -> with(traits.withContacts(changed.after()), conversations);
            case Happening.CustomFieldsChanged changed -> with(traits.withCustomFields(changed.after()), conversations);
            case Happening.ConversationsChanged changed ->
                with(traits.withChannels(changed.channels()), changed.conversations());
            case Happening.CustomerWrote() -> with(Wait.CUSTOMER_WAITS);
            case Happening.AgentReplied() -> answeredByReply(fact.actor());
            case Happening.Merged() -> with(Merging.MERGED).with(Status.CLOSED);
            case Happening.Absorbed absorbed -> with(absorbed.after()).startingWith(absorbed.start());
            case Happening.MergeUndone undone -> afterUndo(undone);
            case Happening.Imported _ -> this;
            case Happening.Aside _ -> this;
        };
    }

    /** Where there is no conversation to reply in, the first status an agent gives the ticket is the answer. */
    private Circumstances answeredByStatusChange(ActorKind actor) {
        return conversations == 0 && actor == ActorKind.AGENT ? with(Answer.GIVEN) : this;
    }

    /** Who resolves or closes a ticket lets nobody wait any longer. */
    private Circumstances moved(Status after) {
        return after.isEnded() ? with(after).with(Wait.NOBODY_WAITS) : with(after);
    }

    /** An import tells of an agent's reply without being one; an automation's reply is no answer. */
    private Circumstances answeredByReply(ActorKind actor) {
        return switch (actor) {
            case AGENT, IMPORT -> with(Answer.GIVEN).with(Wait.NOBODY_WAITS);
            case AUTOMATION, CUSTOMER, VENDOR, SYSTEM -> this;
        };
    }

    /** A reply given in its conversation while it was merged counts as its answer. */
    private Circumstances afterUndo(Happening.MergeUndone undone) {
        Circumstances apart = with(Merging.APART)
                .with(undone.status())
                .with(undone.after())
                .startingWithout(undone.merge(), undone.counterpart());
        return answer == Answer.AWAITED && undone.answer() == Answer.GIVEN
                ? apart.with(Answer.GIVEN).with(Wait.NOBODY_WAITS)
                : apart;
    }

    private Circumstances startingWith(@Nullable EarlierStart start) {
        return start == null
                ? this
                : starting(Stream.concat(starts.stream(), Stream.of(start))
                        .distinct()
                        .toList());
    }

    private Circumstances startingWithout(@Nullable UUID merge, @Nullable UUID origin) {
        return merge == null || origin == null
                ? this
                : starting(starts.stream()
                        .filter(start -> !start.isOf(merge, origin))
                        .toList());
    }

    private Circumstances starting(List<EarlierStart> after) {
        return new Circumstances(status, priority, assignee, traits, conversations, merging, answer, customer, after);
    }

    private Circumstances with(Status after) {
        return new Circumstances(after, priority, assignee, traits, conversations, merging, answer, customer, starts);
    }

    private Circumstances with(Merging after) {
        return new Circumstances(status, priority, assignee, traits, conversations, after, answer, customer, starts);
    }

    private Circumstances with(Answer after) {
        return new Circumstances(status, priority, assignee, traits, conversations, merging, after, customer, starts);
    }

    private Circumstances with(Wait after) {
        return new Circumstances(status, priority, assignee, traits, conversations, merging, answer, after, starts);
    }

    private Circumstances with(Holdings after) {
        return with(
                traits.withTags(after.tags()).withContacts(after.contacts()).withChannels(after.channels()),
                after.conversations());
    }

    private Circumstances with(Traits after, int linked) {
        return new Circumstances(status, priority, assignee, after, linked, merging, answer, customer, starts);
    }
}
