package io.omniflow.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 5,000 signed webhooks in a burst over 32 connections, each sent as soon as the one before it is answered. It prints figures
 * and asserts only that each was taken, and worked off. The reference is the same row written by plain JDBC, one a transaction.
 */
@Tag("benchmark")
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class IncomingBenchmarkIT {
    private static final int WEBHOOKS = 5_000;
    private static final int SENDERS = 32;
    private static final int WRITERS = 8;

    @TestHTTPResource("/webhooks/slack/")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI webhooks;

    @Test
    void a_burst_of_webhooks_is_measured() throws Exception {
        try (Desk desk = new Desk()) {
            String connection = desk.connect(SignedSlack.connection());
            printed("the same rows by JDBC", reference(desk));
            printed("cold", burst(connection));
            awaitAllDone(desk, WEBHOOKS);
            printed("warm", burst(connection));
            long start = System.nanoTime();
            awaitAllDone(desk, 2 * WEBHOOKS);
            System.out.printf(
                    "benchmark webhooks: the rest worked off %.1f s after the last answer%n",
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private List<Long> burst(String connection) throws Exception {
        List<List<byte[]>> requests = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            requests.add(new ArrayList<>());
        }
        for (int i = 0; i < WEBHOOKS; i++) {
            requests.get(i % SENDERS).add(request(connection, i));
        }
        return together(requests.stream()
                .<Callable<List<Long>>>map(own -> () -> times(own))
                .toList());
    }

    private byte[] request(String connection, int number) {
        String body = SignedSlack.reply(SignedSlack.newEvent(), "Number " + number);
        Instant now = Instant.now();
        return ("POST " + webhooks.getPath() + connection + " HTTP/1.1\r\nHost: " + webhooks.getAuthority()
                        + "\r\nContent-Type: application/json\r\nX-Slack-Request-Timestamp: " + now.getEpochSecond()
                        + "\r\nX-Slack-Signature: " + SignedSlack.signature(SignedSlack.SECRET, now, body)
                        + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<Long> times(List<byte[]> requests) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (Socket socket = new Socket(webhooks.getHost(), webhooks.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (byte[] request : requests) {
                long start = System.nanoTime();
                socket.getOutputStream().write(request);
                assertEquals(200, status(in));
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos;
    }

    /** Of an answer whose length is announced. */
    private static int status(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static List<Long> reference(Desk desk) throws Exception {
        List<Callable<List<Long>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(() -> written(desk.workspace));
        }
        return together(writers);
    }

    private static List<Long> written(UUID workspace) throws SQLException {
        List<Long> nanos = new ArrayList<>();
        try (Connection database = Databases.runtime();
                PreparedStatement row = database.prepareStatement("""
                        insert into incoming_webhook (workspace_id, id, connection_id, system, delivery_id, state, attempts,
                          body, received_at, settled_at)
                        values (?, ?, ?, 'slack', 'reference', 'done', 0, ?, now(), now())
                        """)) {
            UUID nobody = UUID.randomUUID();
            for (int i = 0; i < WEBHOOKS / WRITERS; i++) {
                long start = System.nanoTime();
                row.setObject(1, workspace);
                row.setObject(2, UUID.randomUUID());
                row.setObject(3, nobody);
                row.setBytes(4, SignedSlack.reply("reference", "Number " + i).getBytes(StandardCharsets.UTF_8));
                row.executeUpdate();
                nanos.add(System.nanoTime() - start);
            }
        }
        return nanos;
    }

    private static List<Long> together(List<Callable<List<Long>>> works) throws Exception {
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> all = works.stream().map(threads::submit).toList();
            for (Future<List<Long>> one : all) {
                nanos.addAll(one.get());
            }
        }
        nanos.sort(null);
        return nanos;
    }

    private static void printed(String what, List<Long> nanos) {
        double p99 = nanos.get(nanos.size() * 99 / 100) / 1e6;
        System.out.printf(
                "benchmark webhooks: %-22s %,d, median %5.1f ms, p99 %6.1f ms%s%n",
                what, nanos.size(), nanos.get(nanos.size() / 2) / 1e6, p99, p99 > 100 ? "  above 100" : "");
    }

    private static void awaitAllDone(Desk desk, int webhooks) {
        Awaitility.await("all worked off")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> done(desk.workspace) >= webhooks);
        assertEquals(webhooks, done(desk.workspace));
    }

    private static int done(UUID workspace) {
        try (Connection database = Databases.owner();
                PreparedStatement count = database.prepareStatement("select count(*) from incoming_webhook"
                        + " where workspace_id = ? and state = 'done' and delivery_id <> 'reference'")) {
            count.setObject(1, workspace);
            ResultSet rows = count.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
