package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.Refusal;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** How a refusal is told. */
public final class RefusalProblems {
    private RefusalProblems() {}

    public static HttpProblem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.AlreadyMerged(TicketId destination) ->
                Problems.conflict(
                        "already-merged",
                        "The ticket is merged into " + destination.value() + "; undo the merge to change it");
            case Refusal.TooManyTags() -> Problems.invalid("/tags", "A ticket has at most " + Tags.MOST + " tags");
        };
    }
}
