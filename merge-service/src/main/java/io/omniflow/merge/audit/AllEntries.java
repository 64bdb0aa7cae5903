package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Search;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every entry that matches, oldest first, up to the head the chain has when reading begins. The next page is read when the
 * reader has taken the one before, over a connection that is held for that page alone: it may take as long as it likes.
 */
@ApplicationScoped
public class AllEntries {
    private static final int PAGE = 200;

    private final Chains chains;
    private final Entries entries;

    AllEntries(Chains chains, Entries entries) {
        this.chains = chains;
        this.entries = entries;
    }

    /** Pages of at least one entry. */
    public Multi<List<Entry>> pages(WorkspaceId workspace, Search search) {
        return chains.end(workspace)
                .onItem()
                .transformToMulti(end -> pages(workspace, search, end.head().sequence()));
    }

    private Multi<List<Entry>> pages(WorkspaceId workspace, Search search, long head) {
        return Multi.createBy()
                .repeating()
                .uni(Reading::new, reading -> page(workspace, search, head, reading))
                .whilst(page -> !page.isEmpty())
                .filter(page -> !page.isEmpty());
    }

    /** How far one reader has come; its pages are asked for one after the other. */
    private static final class Reading {
        private Search.@Nullable Place last;
    }

    private Uni<List<Entry>> page(WorkspaceId workspace, Search search, long head, Reading reading) {
        return Uni.createFrom()
                .deferred(() -> entries.oldestFirst(workspace, search, head, reading.last, PAGE))
                .invoke(page -> {
                    if (!page.isEmpty()) {
                        reading.last = Search.Place.of(page.getLast());
                    }
                });
    }
}
