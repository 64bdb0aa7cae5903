package io.omniflow.integration.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
    @Test
    void a_title_cannot_call_the_channel() {
        assertEquals("&lt;!channel&gt; a &amp; b &amp;lt;", SlackText.escaped("<!channel> a & b &lt;"));
    }

    @Test
    void what_is_too_long_is_cut_between_entities_and_between_characters() {
        assertEquals("a&lt;…", SlackText.escaped("a<<<<<", 8));
        assertEquals("ab", SlackText.escaped("ab", 2));
        assertEquals("a…", SlackText.escaped("a\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 3));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a &lt;b&gt; &amp;amp; c, a <b> &amp; c",
                "see <https://x.example/a?b=1&amp;c=2|the page>, see the page (https://x.example/a?b=1&c=2)",
                "see <https://x.example>, see https://x.example",
                "<@U012AB3CD> can you, @U012AB3CD can you",
                "<@U012AB3CD|anna> can you, @anna can you",
                "<#C0TICKETS|tickets>, #tickets",
                "<!here> look, @here look",
                "<!subteam^S1|@oncall>, @oncall",
                "costs $1 \\ 2, costs $1 \\ 2"
            })
    void people_read_what_was_written(String mrkdwn, String plain) {
        assertEquals(plain, SlackText.plain(mrkdwn));
    }
}
