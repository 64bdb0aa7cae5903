package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.OpenConnection;

/** A connection whose secrets are still as they are stored, so that it may be kept in memory for a while. */
public interface SealedConnection {
    Connection connection();

    /** @throws IllegalStateException when no key of the keyset opens its secrets */
    OpenConnection open();
}
