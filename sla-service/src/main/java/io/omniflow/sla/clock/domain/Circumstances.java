package io.omniflow.sla.clock.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is true of a ticket at one moment, as far as its clocks and the choice of their targets are concerned. */
public record Circumstances(
        Status status,
        Priority priority,
        @Nullable UUID team,
        Set<String> tags,
        int conversations,
        Merging merging,
        Answer answer) {

    static Circumstances of(Happening.Created created) {
        return new Circumstances(
                created.status(),
                created.priority(),
                created.team(),
                created.tags(),
                created.conversations(),
                Merging.APART,
                Answer.AWAITED);
    }

    Circumstances after(Fact fact) {
        return switch (fact.happening()) {
            case Happening.Created created -> of(created);
            case Happening.StatusChanged(Status after) ->
                answeredByStatusChange(fact.actor()).with(after);
            case Happening.PriorityChanged(Priority after) ->
                new Circumstances(status, after, team, tags, conversations, merging, answer);
            case Happening.TeamChanged(@Nullable UUID after) ->
                new Circumstances(status, priority, after, tags, conversations, merging, answer);
            case Happening.TagsChanged(Set<String> after) -> with(after, conversations);
            case Happening.ConversationsChanged(int linked) -> with(tags, linked);
            case Happening.AgentReplied() -> answeredByReply(fact.actor());
            case Happening.Merged() -> with(Merging.MERGED).with(Status.CLOSED);
            case Happening.Absorbed(Set<String> after, int linked) -> with(after, linked);
            case Happening.MergeUndone undone -> afterUndo(undone);
            case Happening.Imported _ -> this;
            case Happening.Aside _ -> this;
        };
    }

    /** Where there is no conversation to reply in, the first status an agent gives the ticket is the answer. */
    private Circumstances answeredByStatusChange(ActorKind actor) {
        return conversations == 0 && actor == ActorKind.AGENT ? with(Answer.GIVEN) : this;
    }

    /** An import tells of an agent's reply without being one; an automation's reply is no answer. */
    private Circumstances answeredByReply(ActorKind actor) {
        return switch (actor) {
            case AGENT, IMPORT -> with(Answer.GIVEN);
            case AUTOMATION, CUSTOMER, VENDOR, SYSTEM -> this;
        };
    }

    /** A reply given in its conversation while it was merged counts as its answer. */
    private Circumstances afterUndo(Happening.MergeUndone undone) {
        Circumstances apart = with(Merging.APART).with(undone.status()).with(undone.tags(), undone.conversations());
        return undone.answer() == Answer.GIVEN ? apart.with(Answer.GIVEN) : apart;
    }

    private Circumstances with(Status after) {
        return new Circumstances(after, priority, team, tags, conversations, merging, answer);
    }

    private Circumstances with(Merging after) {
        return new Circumstances(status, priority, team, tags, conversations, after, answer);
    }

    private Circumstances with(Answer after) {
        return new Circumstances(status, priority, team, tags, conversations, merging, after);
    }

    private Circumstances with(Set<String> tagsAfter, int linked) {
        return new Circumstances(status, priority, team, tagsAfter, linked, merging, answer);
    }
}
