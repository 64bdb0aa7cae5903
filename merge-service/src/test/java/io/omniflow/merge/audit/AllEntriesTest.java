package io.omniflow.merge.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Chain;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.CheckpointRule;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Head;
import io.omniflow.merge.audit.domain.Salt;
import io.omniflow.merge.audit.domain.Search;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a file of the log is read, without a log. */
class AllEntriesTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(7, 1));
    private static final Search ALL = new Search(null, null, null, null, null, null, null, null);

    private final List<Entry> log = new ArrayList<>(entries(1000));
    private final List<Long> heads = new ArrayList<>();
    private final AllEntries all = new AllEntries(new Ending(), new Reading());

    @Test
    void what_is_appended_meanwhile_is_left_for_the_next_file() {
        AssertSubscriber<List<Entry>> reader = AssertSubscriber.create(1);
        all.pages(WORKSPACE, ALL).subscribe(reader);
        log.addAll(entries(2000).subList(1000, 2000));
        reader.request(Long.MAX_VALUE).awaitCompletion();

        assertEquals(
                LongStream.rangeClosed(1, 1000).boxed().toList(),
                reader.getItems().stream()
                        .flatMap(List::stream)
                        .map(Entry::sequence)
                        .toList());
        assertEquals(List.of(1000L), heads.stream().distinct().toList());
    }

    @Test
    void a_page_is_read_when_it_is_asked_for() {
        AssertSubscriber<List<Entry>> reader = AssertSubscriber.create(0);
        all.pages(WORKSPACE, ALL).subscribe(reader);
        assertEquals(0, heads.size());
        reader.request(1);
        assertEquals(1, heads.size());
        reader.request(2);
        assertEquals(3, heads.size());
        reader.cancel();
        assertEquals(3, heads.size());
    }

    private static List<Entry> entries(int count) {
        List<Fact> facts = LongStream.rangeClosed(1, count)
                .mapToObj(n -> new Fact(
                        WORKSPACE,
                        new UUID(8, n),
                        null,
                        "created",
                        "agent:anna",
                        Instant.EPOCH,
                        "test",
                        null,
                        "c",
                        "{}"))
                .toList();
        return Chain.startedOn(Instant.EPOCH)
                .extend(
                        facts,
                        Instant.EPOCH,
                        Stream.generate(() -> new Salt("00")).iterator(),
                        new CheckpointRule(1_000_000))
                .entries();
    }

    private final class Reading implements Entries {
        @Override
        public Uni<List<Entry>> oldestFirst(
                WorkspaceId workspace, Search search, long head, Search.@Nullable Place above, int limit) {
            heads.add(head);
            long after = above == null ? 0 : above.sequence();
            return Uni.createFrom().item(() -> log.stream()
                    .filter(entry -> entry.sequence() > after && entry.sequence() <= head)
                    .limit(limit)
                    .toList());
        }

        @Override
        public Uni<Optional<Entry>> byId(WorkspaceId workspace, UUID id) {
            throw new AssertionError();
        }

        @Override
        public Uni<List<Entry>> byIds(WorkspaceId workspace, List<UUID> ids) {
            throw new AssertionError();
        }

        @Override
        public Uni<List<Entry>> matching(
                WorkspaceId workspace, Search search, Search.@Nullable Place below, int limit) {
            throw new AssertionError();
        }

        @Override
        public Uni<List<Proven>> between(WorkspaceId workspace, long after, long last, int limit) {
            throw new AssertionError();
        }

        @Override
        public Uni<Map<Long, Kept>> checkpoints(WorkspaceId workspace, List<Long> sequences) {
            throw new AssertionError();
        }
    }

    private final class Ending implements Chains {
        @Override
        public Uni<End> end(WorkspaceId workspace) {
            return Uni.createFrom().item(() -> {
                Entry last = log.getLast();
                return new End(new Head(last.sequence(), last.hash()), last.sequence(), 0);
            });
        }

        @Override
        public Uni<Batch> extend(
                WorkspaceId workspace, Most most, Instant now, BiFunction<Chain, List<Fact>, Growth> work) {
            throw new AssertionError();
        }

        @Override
        public Uni<Optional<Checkpoint>> checkpointBefore(WorkspaceId workspace, Instant time) {
            throw new AssertionError();
        }

        @Override
        public Uni<List<WorkspaceId>> unprovenBefore(LocalDate today) {
            throw new AssertionError();
        }
    }
}
