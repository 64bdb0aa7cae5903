package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.ticket.lifecycle.TicketFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Search by words as SQL. {@code search_words} says what is asked for and how it is found. For common words the order is walked
 * some way, which mostly fills a page. Otherwise the tickets that have them are looked up once, up to {@value #FEW}: few are
 * fetched by their ids; of more than a few, a walk along the order meets enough soon. The other branch is never run. When there
 * are none, the question is one for words that are nearly so.
 */
final class WordsSql {
    /** Of a million tickets, a walk to the first page of more than that takes no longer than fetching them. */
    private static final int FEW = 2_500;
    /** As {@code search_words} has it. */
    private static final int LONGEST_WALK = 20_000;

    /** The word being typed: whatever is not plain letters and digits is left to the parser as it is. */
    private static final Pattern LAST_WORD = Pattern.compile("(?:(.*)\\s)?([\\p{L}\\p{N}]{1,60})", Pattern.DOTALL);

    private static final Pattern ALTERNATIVE =
            Pattern.compile(".*\\bor\\s*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** How many are to be read of those that match; all but some stand behind a walk. */
    enum Reading {
        A_PAGE,
        /** Of some that are known. */
        SOME,
        /** As many as are counted. */
        ALL
    }

    private final String asked;
    private final String hits;
    private final String found;
    private final String wanted;

    private WordsSql(int number, String wanted) {
        this.asked = "asked" + number;
        this.hits = "hits" + number;
        this.found = "found" + number;
        this.wanted = wanted;
    }

    /** @param number tells the searches of one statement apart; null when the filter asks for no words */
    static @Nullable WordsSql of(TicketFilter filter, SqlValues values, int number) {
        List<String> wanted = new ArrayList<>();
        for (TicketFilter each = filter; each != null; each = each.within()) {
            if (each.words() != null) {
                wanted.add(query(each.words(), values));
            }
        }
        return wanted.isEmpty() ? null : new WordsSql(number, String.join(" && ", wanted));
    }

    /**
     * What stands before the statement, behind {@code with}.
     *
     * @param page how many are to be shown, or read
     */
    List<String> lookups(Reading reading, String page) {
        int most = reading == Reading.SOME ? 1 : FEW + 1;
        String question = asked + " as materialized (select query, walk, ids from search_words($1, words_in($1, "
                + wanted + "), " + page + "::integer, " + FEW + ", " + most + "))";
        if (reading == Reading.SOME) {
            return List.of(question);
        }
        return List.of(
                question,
                hits + " as materialized (select unnest(coalesce((select ids from " + asked
                        + "), array(select tickets_with_words($1, " + query() + ", " + (FEW + 1) + ")))) as ticket_id)",
                found + " as materialized (select count(*) as n from " + hits + ")");
    }

    /** Of {@link Reading#ALL} as far as one walks for a page; a longer walk costs more than the lookup. */
    String walk(Reading reading) {
        return reading == Reading.ALL
                ? "(select case when walk < " + LONGEST_WALK + " then walk else 0 end from " + asked + ")"
                : "(select walk from " + asked + ")";
    }

    /**
     * A page. The tickets themselves are read after the walk, which so needs little more than the order's index.
     *
     * @param rows of tickets t in order, as many as {@link #walk} says
     * @param keys how many sort keys they have
     */
    String walkedFirst(String rows, int keys, String lookedUp, String page) {
        String sortKeys =
                IntStream.range(0, keys).mapToObj(i -> ", w.sort_key" + i).collect(Collectors.joining());
        String walked = "select t.*" + sortKeys + " from (" + met(rows, page) + ") w cross join lateral (select x.*"
                + " from ticket x where x.workspace_id = w.workspace_id and x.id = w.id offset 0) t";
        return walkedFirst(walked, rows, Reading.A_PAGE, page, lookedUp);
    }

    /** As many as that of those that match, in no order. */
    String countedFirst(String rows, String lookedUp, String most) {
        return walkedFirst(met(rows, most), rows, Reading.ALL, most, lookedUp);
    }

    /** The lookup costs as much as the word is common, and is not begun when the walk was enough, or met all there is. */
    private String walkedFirst(String walked, String rows, Reading reading, String enough, String lookedUp) {
        String walk = walk(reading);
        return "with walked as materialized (" + walked + "), filled as materialized (select count(*) >= "
                + enough + " or " + walk + " > 0 and not exists (select 1 from (" + rows + ") w offset greatest(" + walk
                + " - 1, 0)) as yes from walked)"
                + " select * from (select * from walked where (select yes from filled) union all " + lookedUp + ") b";
    }

    private String met(String rows, String most) {
        return "select * from (" + rows + ") t where " + oneByOne() + " limit " + most;
    }

    /** Conditions on a ticket t, of which at most one is tried. */
    List<String> branches(Reading reading) {
        if (reading == Reading.SOME) {
            return List.of(oneByOne());
        }
        String number = "(case when (select yes from filled) then -1 else (select n from " + found + ") end)";
        // an array and not a join: how many there are is anybody's guess, and a wrong one would read the whole table
        return List.of(
                number + " between 1 and " + FEW + " and t.id = any(array(select ticket_id from " + hits + "))",
                number + " > " + FEW + " and " + (reading == Reading.ALL ? atOnce() : oneByOne()));
    }

    /** A subquery that cannot be flattened into a join: the order is walked and each ticket asked. */
    private String oneByOne() {
        return "(select x.words @@ " + query()
                + " from ticket_text x where x.workspace_id = t.workspace_id and x.ticket_id = t.id)";
    }

    private String atOnce() {
        return "t.id in (select x.ticket_id from ticket_text x where x.workspace_id = $1 and x.words @@ " + query()
                + ")";
    }

    private String query() {
        return "(select query from " + asked + ")";
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
