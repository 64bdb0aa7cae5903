package io.omniflow.merge.audit.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The growing end of one workspace's chain.
 *
 * @param unproven entries since the last checkpoint that are no checkpoints themselves
 * @param provenOn the day (UTC) of the last checkpoint, or of the first entry when there is none yet
 */
public record Chain(Head head, long unproven, LocalDate provenOn) {

    /** What a batch adds, all to be stored in one transaction. */
    public record Extension(
            Chain chain, List<Entry> entries, @Nullable Checkpoint checkpoint) {}

    public static Chain startedOn(Instant now) {
        return new Chain(Head.NONE, 0, day(now));
    }

    /**
     * Appends facts in the order given; none of them may be in the chain yet. A checkpoint is taken once enough entries
     * have gathered, or when a day has passed with any.
     *
     * @param salts gives a new random salt with each call
     */
    public Extension extend(List<Fact> facts, Instant now, Iterator<Salt> salts, CheckpointRule rule) {
        List<Entry> entries = new ArrayList<>(facts.size());
        Head end = head;
        long gathered = unproven;
        for (Fact fact : facts) {
            Entry entry = Entry.after(end, fact, now, salts.next());
            entries.add(entry);
            end = entry.asHead();
            gathered += fact.kind().equals(Fact.CHECKPOINT) ? 0 : 1;
        }
        if (!rule.due(gathered, provenOn, day(now))) {
            return new Extension(new Chain(end, gathered, provenOn), entries, null);
        }
        return new Extension(new Chain(end, 0, day(now)), entries, new Checkpoint(end.sequence(), end.hash()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
