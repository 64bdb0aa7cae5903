package io.omniflow.merge.merging.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been told of one source so far. Each instant is that of the fact, null as long as it was not told; the first
 * telling counts.
 */
public record SourceAnswers(
        UUID source,
        @Nullable Instant mergedAt,
        @Nullable TicketStatus previousStatus,
        @Nullable Instant absorbedAt,
        @Nullable Moved moved,
        @Nullable Instant leftAt,
        @Nullable Instant releasedAt) {

    static SourceAnswers none(UUID source) {
        return new SourceAnswers(source, null, null, null, null, null, null);
    }

    SourceAnswers with(Answer answer) {
        return switch (answer) {
            case Answer.Merged(UUID of, TicketStatus previous, Instant at)
            when of.equals(source) && mergedAt == null ->
                new SourceAnswers(source, at, previous, absorbedAt, moved, leftAt, releasedAt);
            case Answer.Absorbed(UUID of, Moved what, Instant at)
            when of.equals(source) && absorbedAt == null ->
                new SourceAnswers(source, mergedAt, previousStatus, at, what, leftAt, releasedAt);
            case Answer.Separated(UUID ticket, UUID _, Instant at)
            when ticket.equals(source) && leftAt == null ->
                new SourceAnswers(source, mergedAt, previousStatus, absorbedAt, moved, at, releasedAt);
            case Answer.Separated(UUID _, UUID counterpart, Instant at)
            when counterpart.equals(source) && releasedAt == null ->
                new SourceAnswers(source, mergedAt, previousStatus, absorbedAt, moved, leftAt, at);
            case Answer.Merged _, Answer.Absorbed _, Answer.Separated _, Answer.Refused _ -> this;
        };
    }

    /** Once both sides have told of the merge. */
    Optional<Manifest> manifest() {
        return previousStatus == null || moved == null
                ? Optional.empty()
                : Optional.of(new Manifest(source, previousStatus, moved));
    }

    boolean isMerged() {
        return mergedAt != null && absorbedAt != null;
    }

    boolean isSeparated() {
        return leftAt != null && releasedAt != null;
    }

    Stream<Instant> mergedTimes() {
        return Stream.of(Optional.ofNullable(mergedAt), Optional.ofNullable(absorbedAt))
                .flatMap(Optional::stream);
    }

    Stream<Instant> separatedTimes() {
        return Stream.of(Optional.ofNullable(leftAt), Optional.ofNullable(releasedAt))
                .flatMap(Optional::stream);
    }
}
