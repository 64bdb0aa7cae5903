package io.omniflow.ticket.merge;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.merge.domain.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Heeds of a change what decides later what an undo gives back; a change of status or text costs nothing. */
@ApplicationScoped
public class KeepTraces {
    private final Merges merges;

    KeepTraces(Merges merges) {
        this.merges = merges;
    }

    /** In the transaction that holds the ticket's row. */
    public Uni<Void> of(SqlConnection transaction, WorkspaceId workspace, List<Step> steps, Accepted accepted) {
        Traces traces = Traces.of(steps, accepted);
        return traces.isNothing() ? Uni.createFrom().voidItem() : merges.heed(transaction, workspace, traces);
    }
}
