package io.omniflow.merge.merging;

import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.merge.merging.domain.Merge;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folds answers into the merges they are of, and tells of each state that is reached. What is of no merge here is passed over. */
@ApplicationScoped
public class HearAnswers {
    private final Merges merges;
    private final MergeEvents events;
    private final Outbox outbox;

    HearAnswers(Merges merges, MergeEvents events, Outbox outbox) {
        this.merges = merges;
        this.events = events;
        this.outbox = outbox;
    }

    /** The merges that wait for nothing any more because of it; to be told to who waits for them after the commit. */
    public Uni<Set<UUID>> hear(SqlConnection transaction, List<Heard> heard) {
        return mergesOfCommands(transaction, heard).flatMap(ofCommands -> {
            Map<Merges.Id, List<Heard>> byMerge = new LinkedHashMap<>();
            heard.forEach(
                    one -> mergeOf(one, ofCommands).ifPresent(id -> byMerge.computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(one)));
            return byMerge.isEmpty()
                    ? Uni.createFrom().item(Set.<UUID>of())
                    : merges.lock(transaction, byMerge.keySet()).flatMap(locked -> fold(transaction, locked, byMerge));
        });
    }

    private Uni<Map<Merges.Id, Merges.Id>> mergesOfCommands(SqlConnection transaction, List<Heard> heard) {
        List<Merges.Id> commands = new ArrayList<>();
        for (Heard one : heard) {
            if (one instanceof Heard.OfCommand refused) {
                commands.add(new Merges.Id(refused.workspace(), refused.command()));
            }
        }
        return commands.isEmpty() ? Uni.createFrom().item(Map.of()) : merges.ofCommands(transaction, commands);
    }

    private static Optional<Merges.Id> mergeOf(Heard heard, Map<Merges.Id, Merges.Id> ofCommands) {
        return switch (heard) {
            case Heard.OfMerge told -> Optional.of(new Merges.Id(told.workspace(), told.merge()));
            case Heard.OfCommand refused ->
                Optional.ofNullable(ofCommands.get(new Merges.Id(refused.workspace(), refused.command())));
        };
    }

    private Uni<Set<UUID>> fold(SqlConnection transaction, List<Merge> locked, Map<Merges.Id, List<Heard>> byMerge) {
        List<Merge> changed = new ArrayList<>();
        List<OutboundEvent> told = new ArrayList<>();
        for (Merge before : locked) {
            Merge after = before;
            for (Heard one : heardOf(before, byMerge)) {
                Merge next = after.hear(one.answer());
                if (!next.state().equals(after.state())) {
                    told.add(events.reached(
                            next, one.cause().apply(next.askedLast().actor())));
                }
                after = next;
            }
            if (!after.equals(before)) {
                changed.add(after);
            }
        }
        return merges.save(transaction, changed)
                .chain(() -> outbox.append(transaction, told))
                .replaceWith(changed.stream()
                        .filter(merge -> !merge.state().stage().isUnderWay())
                        .map(Merge::id)
                        .collect(Collectors.toSet()));
    }

    private static List<Heard> heardOf(Merge merge, Map<Merges.Id, List<Heard>> byMerge) {
        @Nullable List<Heard> heard = byMerge.get(Merges.Id.of(merge));
        return heard == null ? List.of() : heard;
    }
}
