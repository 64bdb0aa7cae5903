package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies of a workspace. */
@ApplicationScoped
public class SeePolicies {
    private final Books books;

    SeePolicies(Books books) {
        this.books = books;
    }

    /** As they are now. */
    public Uni<Shelf> newest(WorkspaceId workspace) {
        return books.newest(workspace);
    }

    /** As they were; empty when there never was such a revision. */
    public Uni<Optional<Shelf>> at(WorkspaceId workspace, int revision) {
        return books.at(new Books.Issue(workspace, revision));
    }

    public Uni<Optional<Shelf.Placed>> find(WorkspaceId workspace, UUID id) {
        return books.newest(workspace).map(shelf -> shelf.find(id));
    }

    /** Newest first, older than {@code before}, each where the policy stands now; empty when there is no such policy. */
    public Uni<Optional<List<Shelf.Placed>>> versions(
            WorkspaceId workspace, UUID id, @Nullable Integer before, int limit) {
        return books.newest(workspace)
                .flatMap(shelf -> shelf.find(id).isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : books.versions(workspace, id, before, limit)
                                .map(stored -> Optional.of(withUsual(workspace, id, stored, before, limit).stream()
                                        .map(shelf::place)
                                        .toList())));
    }

    /** The usual policy's first version has no row. */
    private static List<KeptPolicy> withUsual(
            WorkspaceId workspace, UUID id, List<KeptPolicy> stored, @Nullable Integer before, int limit) {
        KeptPolicy usual = KeptPolicy.usual(workspace.value());
        if (!usual.id().equals(id) || stored.size() >= limit || (before != null && before <= usual.version())) {
            return stored;
        }
        List<KeptPolicy> all = new ArrayList<>(stored);
        all.add(usual);
        return all;
    }
}
