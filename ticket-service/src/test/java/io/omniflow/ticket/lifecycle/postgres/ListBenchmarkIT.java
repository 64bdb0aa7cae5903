package io.omniflow.ticket.lifecycle.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Role;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.PlainConnection;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.listing.AskedFilters;
import io.omniflow.ticket.listing.TicketSearch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The lists of the Tickets page over a million tickets: first page and page 1,000 (or the last, where there are fewer) at
 * eight connections. It prints figures and asserts only that no plan reads the whole table.
 */
@Tag("benchmark")
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ListBenchmarkIT {
    private static final int CONNECTIONS = 8;
    /** So many that one stall, which delays a request of each connection, is not the 99th percentile. */
    private static final int REQUESTS_EACH = 200;

    private static final int REQUESTS_BEFORE = 40;
    /** Each connection's first answers prepare statements. */
    private static final int WARM = 3;
    /** What is measured is a service that has run for a while. */
    private static final int ROUNDS_BEFORE = 3;

    private static final int DEEP = 50_000;
    /** Links are another matter: that table is empty here. */
    private static final Pattern WHOLE_TABLE = Pattern.compile("Seq Scan on ticket(_text|_sla|_field|_tag)?\\b");

    private static final String ME = uuid("agent3");

    private static final List<String> LISTS = List.of(
            "all, changed last: sort=-updated",
            "all, changed first: sort=updated",
            "all, newest: sort=-created",
            "all, oldest: sort=created",
            "all, urgent first: sort=-priority",
            "all, due first: sort=slaDue",
            "all, due last: sort=-slaDue",
            "open: status=open",
            "open, due first: status=open&sort=slaDue",
            "unsolved, due first: status=open,in_progress&sort=slaDue",
            "unsolved, urgent first: status=open,in_progress,waiting&sort=-priority",
            "closed: status=closed",
            "waiting, oldest: status=waiting&sort=updated",
            "mine: assignee=me",
            "mine unsolved, due first: assignee=me&status=open,in_progress&sort=slaDue",
            "mine, urgent first: assignee=me&status=open,in_progress&sort=-priority",
            "nobody's: assignee=none",
            "nobody's open, oldest: assignee=none&status=open&sort=created",
            "a team's: team=" + uuid("team3"),
            "a team's unsolved, due first: team=" + uuid("team3") + "&status=open,in_progress&sort=slaDue",
            "urgent: priority=urgent",
            "urgent and high, open: priority=urgent,high&status=open",
            "breached, due first: sla=breached&sort=slaDue",
            "breached: sla=breached",
            "at risk of mine: sla=at_risk&assignee=me",
            "a tag: tag=tag7",
            "a tag, open: tag=area7&status=open",
            "a contact's: contact=" + uuid("contact77"),
            "a field's: cf.vendor_ticket_id=V-777",
            "by a field: sort=cf.region",
            "open, by a field: status=open&sort=-cf.vendor_ticket_id",
            "manual, of a month: source=manual&createdFrom=2026-10-01T00:00:00Z&createdTo=2026-11-01T00:00:00Z");
    private static final List<String> SEARCHES = List.of(
            "a common word: q=checkout",
            "two common words: q=checkout+slow",
            "a rare word: q=word7918",
            "a common and a rare word: q=invoice+word7900",
            "an unfinished word: q=printer+mis",
            "a reference: q=c4ca4238a0b923820dcc509a6f75849b",
            "a typing error: q=chekcout",
            "open with a word, due first: q=refund&status=open&sort=slaDue",
            "a phrase: q=%22cannot+be+changed%22",
            "nothing: q=zebra");

    private final UUID workspace = UUID.randomUUID();

    @TestHTTPResource("/api/v1/tickets")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI tickets;

    @Inject
    AskedFilters askedFilters;

    @Inject
    ShownTickets shown;

    @Inject
    Pool pool;

    private static String uuid(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void lists_of_a_million_tickets_are_measured() throws Exception {
        load();
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            for (String list : LISTS) {
                p99(query(list), REQUESTS_BEFORE);
            }
        }
        for (String list : LISTS) {
            measure(list, 50);
        }
        for (String search : SEARCHES) {
            measure(search, 150);
        }
    }

    private void load() throws Exception {
        try (InputStream script =
                        Objects.requireNonNull(getClass().getResourceAsStream("/benchmark/million-tickets.sql"));
                Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replace(":workspace", "'" + workspace + "'");
            for (String each : sql.split(";\\s*\\n")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }

    private void measure(String named, int bound) throws Exception {
        String name = named.substring(0, named.indexOf(": "));
        String query = query(named);
        double first = p99(query, REQUESTS_EACH);
        Optional<Deep> deep = deep(query);
        String further = "it is the only one";
        double bounded = first;
        if (deep.isPresent()) {
            double time = p99(query + "&cursor=" + deep.get().cursor, REQUESTS_EACH);
            bounded = deep.get().isLast ? first : Math.max(first, time);
            further = String.format("%s p99 %6.1f ms", deep.get().isLast ? "last page " : "page 1,000", time);
        }
        System.out.printf(
                "benchmark list: %-32s first page p99 %6.1f ms, %s%s%n",
                name, first, further, bounded > bound ? "  above " + bound : "");
    }

    /** @param isLast the list is shorter than 1,000 pages */
    private record Deep(String cursor, boolean isLast) {}

    private static String query(String named) {
        return named.substring(named.indexOf(": ") + 2);
    }

    private double p99(String query, int requests) throws Exception {
        URI list = URI.create(tickets + "?" + query);
        String token = Tokens.token(workspace, ME, Roles.AGENT);
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(() -> times(list, token, requests)));
            }
            for (Future<List<Long>> one : all) {
                nanos.addAll(one.get());
            }
        }
        nanos.sort(null);
        return nanos.get(nanos.size() * 99 / 100) / 1e6;
    }

    private static List<Long> times(URI list, String token, int requests) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (PlainConnection connection = new PlainConnection(list, token)) {
            for (int i = 0; i < WARM + requests; i++) {
                long start = System.nanoTime();
                assertEquals(200, connection.get());
                if (i >= WARM) {
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        return nanos;
    }

    /** Page 1,000, or the last; empty when there is but one. Checks the plan on the way. */
    private Optional<Deep> deep(String query) {
        Map<String, List<String>> parameters = new TreeMap<>();
        Arrays.stream(query.split("&"))
                .forEach(each -> parameters.put(
                        each.substring(0, each.indexOf('=')),
                        List.of(URLDecoder.decode(each.substring(each.indexOf('=') + 1), StandardCharsets.UTF_8))));
        Caller me = new Caller(new WorkspaceId(workspace), ME, Role.AGENT, Set.of());
        TicketSearch search = TicketSearch.page(parameters);
        TicketFilter filter = askedFilters.of(me, search).await().indefinitely();
        TicketOrder order = search.order(TicketSearch.DEFAULT_SORT);
        for (ListQuery plan : ListQuery.page(me.workspace(), filter, order, null, 51)) {
            pool.preparedQuery("explain " + plan.sql())
                    .executeAndAwait(plan.parameters())
                    .forEach(row -> assertFalse(
                            WHOLE_TABLE.matcher(row.getString(0)).find(), () -> query + ": " + row.getString(0)));
        }
        List<ShownTicket> found = shown.matching(me.workspace(), filter, order, null, DEEP)
                .await()
                .indefinitely();
        return found.size() <= 50
                ? Optional.empty()
                : Optional.of(new Deep(TicketSearch.cursor(order, found.get(found.size() - 51)), found.size() < DEEP));
    }
}
