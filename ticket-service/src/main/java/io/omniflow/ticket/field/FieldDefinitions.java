package io.omniflow.ticket.field;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored definitions of custom fields. */
public interface FieldDefinitions {
    Uni<Optional<FieldDefinition>> find(WorkspaceId workspace, String key);

    /** In the order of their keys, behind the one given. */
    Uni<List<FieldDefinition>> all(WorkspaceId workspace, @Nullable String behind, int limit);

    Uni<Optional<FieldDefinition>> lock(SqlConnection transaction, WorkspaceId workspace, String key);

    /** Those of the definitions whose key was free are stored and come back. */
    Uni<List<FieldDefinition>> add(
            SqlConnection transaction, WorkspaceId workspace, Collection<FieldDefinition> definitions);

    Uni<Void> save(SqlConnection transaction, WorkspaceId workspace, FieldDefinition definition);
}
