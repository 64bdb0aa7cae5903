package io.omniflow.merge.merging.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AnswersPropertyTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final UUID DESTINATION = new UUID(1, 0);
    private static final Refusal WHY = new Refusal("already-merged", 409, "It is", null, null, null);

    /** Facts of different tickets overtake one another, copies of commands bring copies of answers and refusals of what is done. */
    @Property
    void the_end_is_the_same_whatever_the_order_and_however_often(
            @ForAll @IntRange(min = 1, max = 20) int sources, @ForAll long seed) {
        Random random = new Random(seed);
        Merge merge = Merge.requested(
                new WorkspaceId(new UUID(9, 9)),
                new UUID(0, 7),
                new Wish(
                        LongStream.rangeClosed(1, sources)
                                .mapToObj(n -> new UUID(2, n))
                                .toList(),
                        DESTINATION,
                        null),
                new Asked("agent:anna", NOON));

        List<Answer> merging = new ArrayList<>();
        for (UUID source : merge.wish().sources()) {
            merging.add(new Answer.Merged(source, TicketStatus.WAITING, NOON));
            merging.add(new Answer.Absorbed(source, new Moved(List.of(source), List.of(), List.of(), List.of()), NOON));
        }
        Merge completed = heard(merge, merging, Answer.Deed.MERGE, random);
        assertEquals(new MergeState.Completed(NOON, null), completed.state());
        assertEquals(
                merge.wish().sources(),
                completed.answers().manifest().stream().map(Manifest::source).toList());

        Asked lea = new Asked("agent:lea", NOON.plusSeconds(1));
        if (!(completed.undo(lea, Optional.empty()) instanceof UndoDecision.Accepted(Merge undo))) {
            throw new AssertionError("a completed merge can be undone");
        }
        List<Answer> undoing = new ArrayList<>();
        for (UUID source : merge.wish().sources()) {
            undoing.add(new Answer.Separated(source, DESTINATION, lea.at()));
            undoing.add(new Answer.Separated(DESTINATION, source, lea.at()));
        }
        assertEquals(
                new MergeState.Undone(NOON, lea, lea.at()),
                heard(undo, undoing, Answer.Deed.UNDO, random).state());
    }

    private static Merge heard(Merge merge, List<Answer> answers, Answer.Deed deed, Random random) {
        List<Answer> told = new ArrayList<>(answers);
        for (int copies = random.nextInt(5); copies > 0; copies--) {
            told.add(answers.get(random.nextInt(answers.size())));
            told.add(new Answer.Refused(deed, WHY, NOON));
        }
        Collections.shuffle(told, random);
        Merge after = merge;
        for (Answer answer : told) {
            after = after.hear(answer);
        }
        return after;
    }
}
