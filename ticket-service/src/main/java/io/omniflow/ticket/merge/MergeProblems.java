package io.omniflow.ticket.merge;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.CustomFields;
import io.omniflow.ticket.lifecycle.domain.Refusal;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.domain.MergeRefusal;
import io.omniflow.ticket.merge.domain.Merging;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.UUID;

/**
 * How the refusal of a merge is told. Members beside the usual: {@value #DESTINATION}, where a ticket went, and
 * {@value #MERGE}, the merge in the way. Pointers are those of a request to merge.
 */
public final class MergeProblems {
    public static final String DESTINATION = "destination";
    public static final String MERGE = "mergeId";
    private static final String SOURCES = "/sources";

    private MergeProblems() {}

    public static HttpProblem of(MergeRefusal refusal) {
        return switch (refusal) {
            case MergeRefusal.NoSource() -> Problems.invalid(SOURCES, "must name at least one ticket");
            case MergeRefusal.TooManySources() ->
                Problems.invalid(SOURCES, "may name at most " + Merging.MOST_SOURCES + " tickets");
            case MergeRefusal.SourceIsDestination(int place) ->
                Problems.invalid(SOURCES + "/" + place, "is the destination itself");
            case MergeRefusal.SourceTwice(int place) -> Problems.invalid(SOURCES + "/" + place, "is named twice");
            case MergeRefusal.UnknownTicket(TicketId ticket) -> Problems.notFound("ticket " + ticket.value());
            case MergeRefusal.AlreadyMerged(TicketId ticket, TicketId destination) ->
                Problems.with(
                        Problems.conflict(
                                "already-merged",
                                "Ticket " + ticket.value() + " is merged into " + destination.value()
                                        + "; undo that merge first"),
                        DESTINATION,
                        destination.value());
            case MergeRefusal.TooManyNotes() -> tooLarge("A merge moves at most " + Merging.MOST_NOTES + " notes");
            case MergeRefusal.TooMuch(Refusal reason) ->
                tooLarge("The destination would have more than " + most(reason));
            case MergeRefusal.UnknownMerge(UUID merge) -> Problems.notFound("merge " + merge);
            case MergeRefusal.InTheWay(UUID merge) ->
                Problems.with(
                        Problems.conflict(
                                "merge-in-the-way",
                                "The destination was merged itself since, by merge " + merge + "; undo that one first"),
                        MERGE,
                        merge);
        };
    }

    private static HttpProblem tooLarge(String detail) {
        return Problems.with(
                Problems.of(422, "merge-too-large", detail), "errors", List.of(new FieldError(SOURCES, detail)));
    }

    private static String most(Refusal reason) {
        return switch (reason) {
            case Refusal.TooManyTags() -> Tags.MOST + " tags";
            case Refusal.TooManyContacts() -> Ticket.MOST_LINKS + " contacts";
            case Refusal.TooManyConversations() -> Ticket.MOST_LINKS + " conversations";
            case Refusal.TooManyCustomFields() -> CustomFields.MOST + " custom fields";
            case Refusal.CustomFieldsTooLarge() -> CustomFields.MOST_BYTES + " bytes of custom fields";
            case Refusal.AlreadyMerged _ -> throw new IllegalArgumentException("Told before: " + reason);
        };
    }
}
