package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.Problem;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.ticket.merge.MergeProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refusal as the contract has it. */
final class ToldProblem {
    private ToldProblem() {}

    static Problem of(HttpProblem refusal) {
        String type = String.valueOf(refusal.getType());
        return new Problem(
                type.substring(type.lastIndexOf('/') + 1),
                refusal.getStatusCode(),
                refusal.getDetail() == null ? String.valueOf(refusal.getMessage()) : refusal.getDetail(),
                pointer(refusal),
                id(refusal, MergeProblems.DESTINATION),
                id(refusal, MergeProblems.MERGE));
    }

    /** The first, where several things are wrong. */
    private static @Nullable String pointer(HttpProblem refusal) {
        return refusal.getParameters().get("errors") instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.getFirst() instanceof FieldError first
                ? first.pointer()
                : null;
    }

    private static @Nullable UUID id(HttpProblem refusal, String member) {
        return refusal.getParameters().get(member) instanceof UUID id ? id : null;
    }
}
