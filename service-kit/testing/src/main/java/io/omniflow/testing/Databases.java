package io.omniflow.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the service under test, past the service. */
public final class Databases {
    private Databases() {}

    /** As the role that may do anything in it. */
    public static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                SharedServers.setting("quarkus.flyway.jdbc-url"),
                SharedServers.setting("quarkus.flyway.username"),
                SharedServers.setting("quarkus.flyway.password"));
    }

    /** As the role the service itself runs as. */
    public static Connection runtime() throws SQLException {
        return DriverManager.getConnection(
                SharedServers.setting("quarkus.flyway.jdbc-url"),
                SharedServers.setting("quarkus.datasource.username"),
                SharedServers.setting("quarkus.datasource.password"));
    }
}
