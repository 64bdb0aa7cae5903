package io.omniflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    private final Path folder;

    PostgresServerIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void data_outlives_an_orderly_stop_and_a_killed_server() throws Exception {
        ServiceDatabase database;
        try (PostgresServer server = start()) {
            database = server.createDatabase("tickets");
            execute(database, database.owner(), "create table note (body text)");
            execute(database, database.owner(), "grant select, insert on note to tickets_runtime");
            execute(database, database.runtime(), "insert into note values ('first')");
        }
        try (PostgresServer server = start()) {
            database = server.createDatabase("tickets");
            execute(database, database.runtime(), "insert into note values ('second')");
            server.process().destroyForcibly().waitFor();
        }
        try (PostgresServer server = start()) {
            assertEquals(2, count(server.createDatabase("tickets")));
        }
    }

    @Test
    void the_runtime_role_may_change_no_shape_and_no_role_enters_a_foreign_database() throws Exception {
        try (PostgresServer server = start()) {
            ServiceDatabase tickets = server.createDatabase("tickets");
            ServiceDatabase sla = server.createDatabase("sla");
            assertDenied(tickets, tickets.runtime(), "create table mine (id int)");
            assertDenied(tickets, tickets.runtime(), "create temporary table mine (id int)");
            assertDenied(tickets, tickets.runtime(), "create schema mine");
            assertDenied(sla, tickets.runtime(), "select 1");
            assertDenied(sla, tickets.owner(), "select 1");
            execute(tickets, tickets.owner(), "create extension pg_trgm");
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (PostgresServer server = start()) {
            ServiceDatabase tickets = server.createDatabase("tickets");
            assertDenied(tickets, new Login(tickets.owner().user(), "guessed"), "select 1");
        }
    }

    @Test
    void a_server_whose_starter_is_gone_is_replaced() throws Exception {
        PostgresServer abandoned = start();
        try (PostgresServer server = start()) {
            assertTrue(abandoned.process().waitFor(1, java.util.concurrent.TimeUnit.SECONDS));
            assertTrue(server.process().isAlive());
        }
    }

    @Test
    void a_number_that_now_belongs_to_a_stranger_stops_nothing() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try {
            Files.writeString(
                    folder.resolve("data/postmaster.pid"),
                    stranger.pid() + "\n" + folder.resolve("data") + "\n1000000000\n5432\n\n127.0.0.1\n\nready\n");
            start().close();
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void settings_are_obeyed_and_no_socket_file_is_made() throws Exception {
        try (PostgresServer server = PostgresServer.start(folder.resolve("data"), 0, Map.of("work_mem", "7MB"));
                Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"),
                        server.superuser().user(),
                        server.superuser().password());
                Statement statement = connection.createStatement();
                ResultSet setting = statement.executeQuery("show work_mem")) {
            setting.next();
            assertEquals("7MB", setting.getString(1));
            assertFalse(Files.exists(Path.of("/tmp/.s.PGSQL." + server.port())));
        }
    }

    @Test
    void a_taken_port_is_told_in_one_line_and_nothing_keeps_running() {
        try (PostgresServer first = start()) {
            EmbeddedServerException refused = assertThrows(
                    EmbeddedServerException.class,
                    () -> PostgresServer.start(folder.resolve("second"), first.port(), Map.of()));
            assertTrue(String.valueOf(refused.getMessage()).contains("port " + first.port()), refused::toString);
        }
    }

    @Test
    void root_without_namespaces_runs_it_as_nobody_below_a_folder_only_root_may_enter() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has this way");
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        PostgresConfig config = PostgresConfig.in(closed.resolve("data"), FreePorts.one());
        Unprivileged nobody = Unprivileged.NOBODY;
        PostgresBinaries binaries = PostgresBinaries.unpacked(nobody);
        for (int start = 1; start <= 2; start++) {
            try (PostgresServer server = PostgresServer.start(new PostgresCluster(config, binaries, nobody))) {
                assertEquals("tickets", server.createDatabase("tickets").name());
                assertEquals(
                        65534,
                        Files.getAttribute(
                                Path.of("/proc", Long.toString(server.process().pid())), "unix:uid"));
            }
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(folder.resolve("data"), 0, Map.of());
    }

    private static void execute(ServiceDatabase database, Login role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role.user(), role.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertDenied(ServiceDatabase database, Login role, String sql) {
        assertThrows(SQLException.class, () -> execute(database, role, sql), sql);
    }

    private static int count(ServiceDatabase database) throws SQLException {
        Login role = database.runtime();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role.user(), role.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from note")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
