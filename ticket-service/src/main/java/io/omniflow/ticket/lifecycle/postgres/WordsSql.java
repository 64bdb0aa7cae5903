package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.ticket.lifecycle.TicketFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Search by words as SQL. For common words the order is walked some way, which mostly fills a page. Otherwise the tickets that have them are looked up once, up to {@value #FEW}. Few are fetched by their ids;
 * of more than a few, a walk along the order meets enough soon; and when there are none, a title that is nearly so will do.
 * Whichever it is, the other two branches are never run.
 */
final class WordsSql {
    private static final int FEW = 2_000;
    private static final int MOST_ALIKE = 200;
    private static final int SHORTEST_TYPO = 4;
    /** The word being typed: whatever is not plain letters and digits is left to the parser as it is. */
    private static final Pattern LAST_WORD = Pattern.compile("(?:(.*)\\s)?([\\p{L}\\p{N}]{1,60})", Pattern.DOTALL);

    private static final Pattern ALTERNATIVE =
            Pattern.compile(".*\\bor\\s*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** How many are to be read of those that match. */
    enum Reading {
        /** Behind {@link #walkedFirst}. */
        A_PAGE,
        SOME,
        ALL
    }

    private final String hits;
    private final String found;
    private final String query;
    private final String alike;

    private WordsSql(int number, String query, String alike) {
        this.hits = "hits" + number;
        this.found = "found" + number;
        this.query = query;
        this.alike = alike;
    }

    /** @param number tells the searches of one statement apart; null when the filter asks for no words */
    static @Nullable WordsSql of(TicketFilter filter, SqlValues values, int number) {
        List<String> wanted = new ArrayList<>();
        for (TicketFilter each = filter; each != null; each = each.within()) {
            if (each.words() != null) {
                wanted.add(each.words());
            }
        }
        if (wanted.isEmpty()) {
            return null;
        }
        String query = String.join(
                " && ", wanted.stream().map(words -> query(words, values)).toList());
        String words = wanted.getFirst();
        return new WordsSql(
                number,
                query,
                words.length() < SHORTEST_TYPO || wanted.size() > 1
                        ? ""
                        : "tickets_titled_like($1, " + values.add(words) + ", " + MOST_ALIKE + ")");
    }

    /** What stands before the statement, behind {@code with}. */
    String lookup() {
        return hits + " as materialized (select id as ticket_id from tickets_with_words($1, " + query + ", " + (FEW + 1)
                + ") as id), " + found + " as materialized (select count(*) as n from " + hits + ")";
    }

    /** How far the order is walked in the hope of common words, for a page; not at all for rare ones. */
    String walk(String page) {
        return "(select walk_for_words(" + query + ", " + page + "::integer))";
    }

    /** The lookup costs as much as the word is common, and is not begun when the walk has filled the page. */
    static String walkedFirst(String walked, String lookedUp, String page) {
        return "with walked as materialized (" + walked + "), filled as materialized (select count(*) >= " + page
                + " as yes from walked) select * from (select * from walked where (select yes from filled) union all "
                + lookedUp + ") b";
    }

    /** Conditions on a ticket t, of which exactly one is tried. */
    List<String> branches(Reading reading) {
        String number = "(select n from " + found + ")";
        if (reading == Reading.A_PAGE) {
            number = "case when (select yes from filled) then -1 else " + number + " end";
        }
        List<String> branches = new ArrayList<>();
        branches.add("(" + number + ") between 1 and " + FEW + " and " + isAmong("select ticket_id from " + hits));
        branches.add("(" + number + ") > " + FEW + " and " + (reading == Reading.ALL ? atOnce() : oneByOne()));
        if (!alike.isEmpty()) {
            branches.add("(" + number + ") = 0 and " + isAmong("select " + alike));
        }
        return branches;
    }

    /** An array and not a join: how many there are is anybody's guess, and a wrong one would read the whole table. */
    private static String isAmong(String ids) {
        return "t.id = any(array(" + ids + "))";
    }

    /** A subquery that cannot be flattened into a join: the order is walked and each ticket asked. */
    String oneByOne() {
        return "(select x.words @@ (" + query
                + ") from ticket_text x where x.workspace_id = t.workspace_id and x.ticket_id = t.id)";
    }

    private String atOnce() {
        return "t.id in (select x.ticket_id from ticket_text x where x.workspace_id = $1 and x.words @@ (" + query
                + "))";
    }

    /** Any text is a query to websearch_to_tsquery. The last word may be unfinished, unless it is quoted or left out. */
    private static String query(String words, SqlValues values) {
        Matcher last = LAST_WORD.matcher(words);
        boolean quoted = words.chars().filter(character -> character == '"').count() % 2 == 1;
        if (quoted || !last.matches()) {
            return parsed(words, values);
        }
        String before = last.group(1) == null ? "" : last.group(1);
        if (ALTERNATIVE.matcher(before).matches()) {
            return parsed(words, values);
        }
        String unfinished = "to_tsquery('simple', " + values.add(last.group(2) + ":*") + ")";
        return before.isBlank() ? unfinished : parsed(before, values) + " && " + unfinished;
    }

    private static String parsed(String words, SqlValues values) {
        return "websearch_to_tsquery('simple', " + values.add(words) + ")";
    }
}
