package io.omniflow.ticket.lifecycle.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database keeps for search by words. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class WordsIT {
    private static final Pattern LOOKED_AT = Pattern.compile("Index Scan on ticket_text_words .*rows=([0-9]+)");

    private final UUID workspace = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Checkout fails; checkout again",
                "it's 'quoted' ''twice'' \\ back\\slash \\\\ 'x",
                "a/b/c d:\\e\\f /usr/local/it's user@example.org http://example.org/a'b?c=d'e&f=%20g#h",
                "<a href=\"x y\" title='z'>tag</a> &amp; -1.5e-7 3-D well-known 1.2.3 ~ 'a b':1A,2",
                "no\u00a0break thin\u2009space ideo\u3000graphic tab\tline\nfeed\u0085next \u2028",
                "Gerät Érika ſ 日本語 русский \uD83D\uDC69 e\u0301"
            })
    void words_bear_the_mark_and_stay_what_and_where_they_were(String text) throws SQLException {
        assertEquals(
                strings("select lexeme || positions::text from unnest(to_tsvector('simple', ?)) order by 1", text),
                strings(
                        "select substr(lexeme, 5) || positions::text from unnest(ticket_words('" + workspace
                                + "', ?)) order by 1",
                        text));
        assertEquals(
                List.of(),
                strings(
                        "select lexeme from unnest(ticket_words('" + workspace + "', ?)) where left(lexeme, 4) <>"
                                + " workspace_mark('" + workspace + "')",
                        text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "a'b\\c", "\"a b\" or -c", "'x", "user@example.org -d:\\e"})
    void what_finds_a_text_finds_it_with_the_mark(String text) throws SQLException {
        assertEquals(
                strings("select (to_tsvector('simple', ?) @@ websearch_to_tsquery('simple', ?))::text", text, text),
                strings(
                        "select (ticket_words('" + workspace + "', ?) @@ words_in('" + workspace
                                + "', websearch_to_tsquery('simple', ?)))::text",
                        text,
                        text));
    }

    @Test
    void a_word_too_long_for_its_mark_takes_no_others_with_it() throws SQLException {
        String longest = "x".repeat(2_046);
        assertEquals(
                List.of("fails"),
                strings(
                        "select substr(lexeme, 5) from unnest(ticket_words('" + workspace + "', ?))",
                        "fails " + longest));
    }

    @Test
    void two_who_bring_the_same_new_words_in_another_order_do_not_wait_for_each_other() throws SQLException {
        try (Connection one = writer();
                Connection other = writer()) {
            title(one, "alphabet");
            title(other, "betatron");
            title(one, "betatron again");
            title(other, "alphabet again");
            one.commit();
            other.commit();
        }
        try (Connection third = writer()) {
            title(third, "alphabet betatron gamma");
            third.commit();
        }
        assertEquals(
                List.of("again", "alphabet", "betatron", "gamma"),
                strings(
                        "select distinct word from title_word where workspace_id = ?::uuid order by 1",
                        "" + workspace));
        assertEquals(
                List.of("7"),
                strings("select count(*)::text from title_word where workspace_id = ?::uuid", "" + workspace),
                "what is there is not written again");
    }

    @Test
    void a_small_workspace_beside_a_big_one_reads_its_own_tickets_only() throws SQLException {
        UUID big = UUID.randomUUID();
        try (Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            statement.executeUpdate("insert into ticket_text (workspace_id, ticket_id, title, words)"
                    + " select w, gen_random_uuid(), 'x', ticket_words(w, 'neighbour ' || n) from (select '" + big
                    + "'::uuid as w, n from generate_series(1, 5000) n union all select '" + workspace
                    + "', n from generate_series(1, 3) n) t");
            String marked = "words_in('" + workspace + "', to_tsquery('simple', 'neigh:*'))";
            String lookup = strings("select prosrc from pg_proc where proname = ?", "tickets_with_words")
                    .getFirst()
                    .replaceAll("\\bworkspace\\b", "'" + workspace + "'")
                    .replaceAll("\\bwanted\\b", marked)
                    .replaceAll("\\bmost\\b", "100");
            statement.execute("set enable_seqscan = off");
            List<String> plan = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("explain (analyze, costs off, timing off) " + lookup)) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
            assertEquals(
                    List.of("3"),
                    plan.stream()
                            .flatMap(line -> LOOKED_AT.matcher(line).results())
                            .map(found -> found.group(1))
                            .toList(),
                    () -> String.join("\n", plan));
            assertEquals(
                    3,
                    strings("select tickets_with_words(?::uuid, " + marked + ", 100)::text", "" + workspace)
                            .size());
            statement.executeUpdate("delete from ticket_text where workspace_id = '" + big + "'");
        }
    }

    private static Connection writer() throws SQLException {
        Connection connection = Databases.runtime();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // whoever would wait here would do so for ever
            statement.execute("set lock_timeout = '20s'");
        }
        return connection;
    }

    private void title(Connection connection, String title) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ticket_text (workspace_id, ticket_id, title, words) values (?, ?, ?, '')")) {
            insert.setObject(1, workspace);
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, title);
            insert.executeUpdate();
        }
    }

    private static List<String> strings(String sql, String... parameters) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement select = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
