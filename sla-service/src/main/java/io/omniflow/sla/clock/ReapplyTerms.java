package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.sla.clock.domain.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts tickets under the newest revision of their workspace's policies. What they have counted stays; the time after
 * {@code at} is measured anew. Answers how many tickets were put under another revision: those that stand under it already
 * are not among them, so a call that was cut off can be made again.
 */
@ApplicationScoped
public class ReapplyTerms {
    private static final int BATCH = 200;

    private final TicketTerms tickets;
    private final Policies policies;
    private final SettleClocks settle;
    private final Transactions transactions;

    ReapplyTerms(TicketTerms tickets, Policies policies, SettleClocks settle, Transactions transactions) {
        this.tickets = tickets;
        this.policies = policies;
        this.settle = settle;
        this.transactions = transactions;
    }

    /** What a batch came to; {@code last} is null after the last of them. */
    private record Batch(long reapplied, @Nullable UUID last) {}

    /** Those of the tickets that are known, whatever they are measured by. */
    public Uni<Long> reapply(WorkspaceId workspace, Collection<UUID> ids, Instant at) {
        List<UUID> sorted = ids.stream().distinct().sorted().toList();
        Uni<Long> total = Uni.createFrom().item(0L);
        for (int from = 0; from < sorted.size(); from += BATCH) {
            List<UUID> batch = sorted.subList(from, Math.min(sorted.size(), from + BATCH));
            total = total.flatMap(before -> transactions
                    .write(transaction -> newest(transaction, workspace)
                            .flatMap(terms -> tickets.lockOthers(transaction, workspace, batch, terms.revision())
                                    .flatMap(found -> put(transaction, found, terms, at))))
                    .map(reapplied -> before + reapplied));
        }
        return total;
    }

    /** Every ticket that is not resolved and is measured by that policy, in whatever version, or would be from now on. */
    public Uni<Long> reapply(WorkspaceId workspace, UUID policy, Instant at) {
        return goOn(workspace, policy, at, null, 0);
    }

    private Uni<Long> goOn(WorkspaceId workspace, UUID policy, Instant at, @Nullable UUID after, long total) {
        return transactions
                .write(transaction -> newest(transaction, workspace)
                        .flatMap(terms -> tickets.lockUnresolved(transaction, workspace, after, terms.revision(), BATCH)
                                .flatMap(found -> put(transaction, concerned(found, policy, terms), terms, at)
                                        .map(reapplied -> new Batch(reapplied, last(found))))))
                .flatMap(batch -> batch.last() == null
                        ? Uni.createFrom().item(total + batch.reapplied())
                        : goOn(workspace, policy, at, batch.last(), total + batch.reapplied()));
    }

    private Uni<Terms> newest(SqlConnection transaction, WorkspaceId workspace) {
        return policies.of(transaction, Map.of(workspace, Set.of()))
                .map(inForce -> inForce.terms(workspace, OptionalInt.empty()));
    }

    private Uni<Long> put(SqlConnection transaction, List<TicketTerms.Standing> found, Terms terms, Instant at) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        Map<TicketKey, SettleClocks.Task> tasks = found.stream()
                .map(one -> new SettleClocks.Task(one.key(), Instant.MIN, Set.of(), Set.of(at)))
                .collect(Collectors.toMap(SettleClocks.Task::key, Function.identity()));
        return tickets.reapply(transaction, tasks.keySet(), new Reapplication(at, terms.revision()))
                .chain(() -> settle.settle(transaction, tasks, at))
                .replaceWith((long) found.size());
    }

    private static List<TicketTerms.Standing> concerned(List<TicketTerms.Standing> found, UUID policy, Terms terms) {
        return found.stream()
                .filter(one -> one.policy().id().equals(policy)
                        || terms.offer(one.circumstances()).policy().ref().id().equals(policy))
                .toList();
    }

    private static @Nullable UUID last(List<TicketTerms.Standing> found) {
        return found.size() < BATCH ? null : found.getLast().key().ticket();
    }
}
