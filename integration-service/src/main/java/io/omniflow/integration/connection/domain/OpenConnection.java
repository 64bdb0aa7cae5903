package io.omniflow.integration.connection.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.NoSuchElementException;

/** A connection with its secrets: what a call to the other system needs. */
public record OpenConnection(Connection connection, Secrets secrets) {

    public static OpenConnection create(WorkspaceId workspace, ConnectionId id, ConnectionDraft draft, Instant now) {
        Connection connection =
                new Connection(workspace, id, draft.terms(), draft.secrets().names(), now, 1, now, now);
        return new OpenConnection(connection, draft.secrets());
    }

    /** The same object when the draft says what is so already. */
    public OpenConnection changed(ConnectionDraft draft, Instant now) {
        boolean sameSecrets = draft.secrets().equals(secrets);
        if (sameSecrets && draft.terms().equals(connection.terms())) {
            return this;
        }
        Connection changed = new Connection(
                connection.workspace(),
                connection.id(),
                draft.terms(),
                draft.secrets().names(),
                sameSecrets ? connection.secretsChangedAt() : now,
                connection.version() + 1,
                connection.createdAt(),
                now);
        return new OpenConnection(changed, draft.secrets());
    }

    /** A credential its system requires, which every stored connection therefore has. */
    public String credential(String name) {
        Secret secret = secrets.credentials().get(name);
        if (secret == null) {
            throw new NoSuchElementException("connection " + connection.id().value() + " has no credential " + name);
        }
        return secret.value();
    }

    /** A setting its system requires, which every stored connection therefore has. */
    public String setting(String name) {
        String setting = connection.terms().settings().get(name);
        if (setting == null) {
            throw new NoSuchElementException("connection " + connection.id().value() + " has no setting " + name);
        }
        return setting;
    }
}
