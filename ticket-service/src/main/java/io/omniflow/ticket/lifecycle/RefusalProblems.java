package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.CustomFields;
import io.omniflow.ticket.lifecycle.domain.Refusal;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.MergeProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** How a refusal is told. */
public final class RefusalProblems {
    private RefusalProblems() {}

    public static HttpProblem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.AlreadyMerged(TicketId destination) ->
                Problems.with(
                        Problems.conflict(
                                "already-merged",
                                "The ticket is merged into " + destination.value() + "; undo the merge to change it"),
                        MergeProblems.DESTINATION,
                        destination.value());
            case Refusal.TooManyTags() -> tooMany("/tags", Tags.MOST + " tags");
            case Refusal.TooManyContacts() -> tooMany("/contactIds", Ticket.MOST_LINKS + " contacts");
            case Refusal.TooManyConversations() -> tooMany("/conversationIds", Ticket.MOST_LINKS + " conversations");
            case Refusal.TooManyCustomFields() -> tooMany("/customFields", CustomFields.MOST + " custom fields");
            case Refusal.CustomFieldsTooLarge() ->
                tooMany("/customFields", CustomFields.MOST_BYTES + " bytes of custom fields as JSON");
        };
    }

    private static HttpProblem tooMany(String pointer, String most) {
        return Problems.invalid(pointer, "A ticket has at most " + most);
    }
}
