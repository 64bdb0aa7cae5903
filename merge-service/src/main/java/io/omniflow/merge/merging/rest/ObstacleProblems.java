package io.omniflow.merge.merging.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.domain.Obstacle;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Locale;

/** Why an undo is refused, as problems. */
final class ObstacleProblems {
    private ObstacleProblems() {}

    static HttpProblem of(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NotCompleted(var stage) ->
                Problems.conflict(
                        "not-completed",
                        "The merge is " + stage.name().toLowerCase(Locale.ROOT)
                                + "; only a completed one can be undone");
            case Obstacle.UndoUnderWay _ -> Problems.conflict("undo-under-way", "The merge is being undone already");
            case Obstacle.AlreadyUndone(var at) -> Problems.conflict("already-undone", "The merge was undone at " + at);
            case Obstacle.Expired(var since) ->
                Problems.of(410, "undo-expired", "The merge could be undone until " + since);
            case Obstacle.MergeInTheWay(var merge) ->
                HttpProblem.builder(Problems.conflict(
                                "merge-in-the-way",
                                "The destination is part of another ticket since merge " + merge
                                        + "; undo that one first"))
                        .with("mergeId", merge)
                        .build();
        };
    }
}
