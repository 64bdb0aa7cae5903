package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes the lines of an import in, a bounded number at a time. What cannot be read as a whole leaves nothing behind. */
@ApplicationScoped
public class StageImport {
    private final Imports imports;
    private final RunImports runImports;

    StageImport(Imports imports, RunImports runImports) {
        this.imports = imports;
        this.runImports = runImports;
    }

    /** @param id of an import that has begun */
    public Uni<Void> stage(WorkspaceId workspace, UUID id, Multi<StagedLine> lines) {
        LineBatches batches = new LineBatches();
        return lines.onItem()
                .transformToIterable(batches::add)
                .onCompletion()
                .continueWith(() -> batches.rest())
                .onItem()
                .transformToUniAndConcatenate(batch -> imports.stage(workspace, id, batch))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .call(() -> imports.abandon(workspace, id))
                .chain(() -> imports.staged(workspace, id))
                .invoke(runImports::wake);
    }
}
