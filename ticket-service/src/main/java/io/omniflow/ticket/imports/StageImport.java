package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes the lines of an import in, a bounded number at a time. What cannot be read as a whole leaves nothing behind. */
@ApplicationScoped
public class StageImport {
    private static final int BATCH = 500;

    private final Imports imports;
    private final RunImports runImports;

    StageImport(Imports imports, RunImports runImports) {
        this.imports = imports;
        this.runImports = runImports;
    }

    public Uni<UUID> stage(WorkspaceId workspace, Origin origin, Multi<StagedLine> lines) {
        UUID id = Ids.next();
        return imports.begin(workspace, id, origin)
                .chain(() -> lines.group()
                        .intoLists()
                        .of(BATCH)
                        .onItem()
                        .transformToUniAndConcatenate(batch -> imports.stage(workspace, id, batch))
                        .collect()
                        .last()
                        .replaceWithVoid()
                        .onFailure()
                        .call(() -> imports.abandon(workspace, id)))
                .chain(() -> imports.staged(workspace, id))
                .invoke(runImports::wake)
                .replaceWith(id);
    }
}
