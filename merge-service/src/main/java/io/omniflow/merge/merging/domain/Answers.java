package io.omniflow.merge.merging.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What has been told of each source, in the order of the wish. A merge is done when both sides of every source told it. */
public record Answers(List<SourceAnswers> ofSources) {
    public Answers {
        ofSources = List.copyOf(ofSources);
    }

    static Answers none(Wish wish) {
        return new Answers(wish.sources().stream().map(SourceAnswers::none).toList());
    }

    Answers with(Answer answer) {
        return new Answers(ofSources.stream().map(one -> one.with(answer)).toList());
    }

    /** Of the sources both sides have told of. */
    public List<Manifest> manifest() {
        return ofSources.stream()
                .map(SourceAnswers::manifest)
                .flatMap(Optional::stream)
                .toList();
    }

    /** When the last of them was merged; empty until all are. */
    Optional<Instant> mergedAt() {
        return ofSources.stream().allMatch(SourceAnswers::isMerged)
                ? ofSources.stream().flatMap(SourceAnswers::mergedTimes).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** When the last of them was separated again; empty until all are. */
    Optional<Instant> separatedAt() {
        return ofSources.stream().allMatch(SourceAnswers::isSeparated)
                ? ofSources.stream().flatMap(SourceAnswers::separatedTimes).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
