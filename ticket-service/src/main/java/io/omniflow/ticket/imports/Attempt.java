package io.omniflow.ticket.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction of a run, and what it was at when it failed. */
final class Attempt {
    private final Setbacks setbacks;
    private final Imports imports;
    private final MakeTickets makeTickets;
    private @Nullable ImportJob job;
    private List<String> externalIds = List.of();

    Attempt(Setbacks setbacks, Imports imports, MakeTickets makeTickets) {
        this.setbacks = setbacks;
        this.imports = imports;
        this.makeTickets = makeTickets;
    }

    Uni<Step> make(SqlConnection transaction) {
        return imports.next(transaction, setbacks.setAside())
                .flatMap(found ->
                        found.isEmpty() ? Uni.createFrom().item(new Step.NothingToDo()) : at(transaction, found.get()));
    }

    private Uni<Step> at(SqlConnection transaction, ImportJob found) {
        job = found;
        return imports.pending(transaction, found, setbacks.ticketsAtOnce(found))
                .map(Portion::of)
                .invoke(portion -> externalIds = portion.externalIds())
                .flatMap(portion -> work(transaction, found, portion));
    }

    private Uni<Step> work(SqlConnection transaction, ImportJob found, Portion portion) {
        if (portion.externalIds().isEmpty()) {
            return imports.finish(transaction, found).replaceWith(new Step.DidSomething());
        }
        String first = portion.externalIds().getFirst();
        @Nullable String problem = portion.problem() == null ? setbacks.against(found, first) : portion.problem();
        if (problem == null) {
            return makeTickets.make(transaction, found, portion.externalIds());
        }
        externalIds = List.of(first);
        return imports.advance(transaction, found, refusal(first, problem)).replaceWith(new Step.DidSomething());
    }

    private static Imports.Progress refusal(String externalId, String problem) {
        List<ImportJob.Problem> problems = List.of(new ImportJob.Problem(0, externalId, problem));
        return new Imports.Progress(List.of(externalId), 0, 0, 0, 0, problems, Map.of());
    }

    /** Without an import it is not one's fault, and the others would fare no better. */
    boolean isKnown() {
        return job != null;
    }

    void succeeded(Step step) {
        if (job != null && step instanceof Step.DidSomething) {
            setbacks.passed(job);
        }
    }

    void failed(Throwable failure) {
        if (job != null) {
            setbacks.failed(job, externalIds, failure);
        }
    }
}
