package io.omniflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * One PostgreSQL server as a child process on kept data. Starting on a directory whose last server was killed, or still
 * runs because its starter was, recovers it. Nothing is registered with the JVM's shutdown: the owner closes it.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /** Backends of a killed server hold its shared memory until they notice, which takes them a moment. */
    private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(15);

    /** A server that is stopped by a signal keeps its connections open and says nothing more. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private static final int PAUSE_MILLIS = 20;

    private final PostgresCluster cluster;
    private final PostgresSecrets secrets;
    private final Process process;

    private PostgresServer(PostgresCluster cluster, PostgresSecrets secrets, Process process) {
        this.cluster = cluster;
        this.secrets = secrets;
        this.process = process;
    }

    /**
     * @param port 0 for any free one
     * @param settings parameters of postgresql.conf over {@link PostgresConfig#DEFAULTS}
     */
    public static PostgresServer start(Path dataDirectory, int port, Map<String, String> settings) {
        return start(PostgresConfig.in(dataDirectory, port == 0 ? FreePorts.one() : port)
                .with(settings));
    }

    /** @throws EmbeddedServerException when it does not come up; nothing is left running then */
    public static PostgresServer start(PostgresConfig config) {
        Unprivileged user = Unprivileged.here();
        return start(new PostgresCluster(config, PostgresBinaries.unpacked(user), user));
    }

    /** Stops the server of a data directory whose starter is gone; false when there was none. */
    public static boolean stopAbandoned(PostgresConfig config) {
        if (!Files.exists(config.dataDirectory().resolve("postmaster.pid"))) {
            return false;
        }
        Unprivileged user = Unprivileged.here();
        try {
            return new PostgresCluster(config, PostgresBinaries.unpacked(user), user).clearLeftovers();
        } catch (IOException e) {
            throw new EmbeddedServerException("An abandoned PostgreSQL cannot be stopped: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while stopping an abandoned PostgreSQL", e);
        }
    }

    static PostgresServer start(PostgresCluster cluster) {
        try {
            cluster.ensureExists();
            cluster.clearLeftovers();
            FreePorts.require(cluster.config().port(), "PostgreSQL");
            PostgresSecrets secrets = PostgresSecrets.of(cluster.config().dataDirectory());
            return new PostgresServer(cluster, secrets, launch(cluster));
        } catch (IOException e) {
            throw new EmbeddedServerException("PostgreSQL cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("PostgreSQL was interrupted while starting", e);
        }
    }

    public int port() {
        return cluster.config().port();
    }

    /** The postmaster itself, to be watched or, in a test, killed. */
    public Process process() {
        return process;
    }

    public Login superuser() {
        return new Login("postgres", secrets.superuser());
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /**
     * A database with its owner role for migrations and its runtime role, which may not change the shape of anything.
     * What exists already is left, so it may be called at every start.
     *
     * @param name lower case letters, digits and underscores
     */
    public ServiceDatabase createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        Login owner = secrets.login(name + "_owner");
        Login runtime = secrets.login(name + "_runtime");
        try {
            try (Connection server = connect("postgres");
                    Statement statement = server.createStatement()) {
                createRole(server, owner);
                createRole(server, runtime);
                if (!exists(server, "select 1 from pg_database where datname = ?", name)) {
                    statement.execute("create database " + name + " owner " + owner.user());
                }
                statement.execute("revoke all on database " + name + " from public");
                statement.execute("grant connect on database " + name + " to " + runtime.user());
            }
            try (Connection database = connect(name);
                    Statement statement = database.createStatement()) {
                statement.execute("revoke create on schema public from public");
                statement.execute("grant usage on schema public to " + runtime.user());
            }
        } catch (SQLException e) {
            throw new EmbeddedServerException("Database " + name + " cannot be set up: " + e.getMessage(), e);
        }
        return new ServiceDatabase(name, port(), owner, runtime);
    }

    /** Ends all sessions and stops; harder when that is not obeyed. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                cluster.stop("fast");
            }
            process.waitFor();
        } catch (IOException | EmbeddedServerException notObeyed) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", secrets.superuser());
        login.setProperty("connectTimeout", Long.toString(ANSWER_LIMIT.toSeconds()));
        login.setProperty("socketTimeout", Long.toString(ANSWER_LIMIT.toSeconds()));
        return DriverManager.getConnection(jdbcUrl(database), login);
    }

    private static void createRole(Connection server, Login role) throws SQLException {
        boolean known = exists(server, "select 1 from pg_roles where rolname = ?", role.user());
        try (Statement statement = server.createStatement()) {
            statement.execute((known ? "alter" : "create") + " role " + role.user() + " login password '"
                    + role.password() + "'");
        }
    }

    private static boolean exists(Connection server, String query, String name) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static Process launch(PostgresCluster cluster) throws IOException, InterruptedException {
        long orphansDeadline = System.nanoTime() + ORPHANS_LIMIT.toNanos();
        while (true) {
            Path log = cluster.config().log();
            long alreadyLogged = Files.exists(log) ? Files.size(log) : 0;
            Process process = cluster.launch();
            try {
                if (becomesReady(cluster, process)) {
                    return process;
                }
            } catch (InterruptedException | IOException e) {
                process.destroyForcibly();
                throw e;
            }
            String said = String.join(" / ", LogTail.linesSince(log, alreadyLogged, 3));
            if (!said.contains("still in use") || System.nanoTime() > orphansDeadline) {
                throw new EmbeddedServerException("PostgreSQL did not start: " + said);
            }
        }
    }

    /** False when it ended instead; a server that is merely too slow is ended here. */
    private static boolean becomesReady(PostgresCluster cluster, Process process)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (PostmasterFile.in(cluster.config().dataDirectory())
                    .filter(file -> file.pid() == process.pid() && file.isReady())
                    .isPresent()) {
                return true;
            }
        }
        process.destroyForcibly().waitFor();
        return false;
    }
}
