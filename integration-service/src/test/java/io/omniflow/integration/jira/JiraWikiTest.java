package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraWikiTest {
    private static final Pattern BARE_MARKUP = Pattern.compile("(?<!\\\\)[{}\\[\\]*^~!|]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "*bold* and _italic_ | \\*bold\\* and \\_italic\\_",
                "{code}rm{code} | \\{code\\}rm\\{code\\}",
                "[~admin] !pic.png! | \\[\\~admin\\] \\!pic.png\\!",
                "h1. Title | h1&#46; Title",
                "bq. quote | bq&#46; quote",
                "in h1. the middle | in h1. the middle",
                "C:\\temp | C:&#92;temp",
                "smile :) :D | smile :\\) \\:D",
                "a &amp; b & c | a &amp;amp; b & c",
                "#42 -- yes | \\#42 \\-\\- yes",
                "re-read #42 (now: or not)? | re-read #42 (now: or not)?",
                "(y) (!) ??who?? | \\(y) \\(\\!) \\?\\?who\\?\\?"
            })
    void markup_of_people_is_text(String text, String written) {
        assertEquals(written, written(text));
    }

    @Test
    void an_address_stays_one() {
        assertEquals(
                "see https://x.example/a_b-c?d=e&f#g, (https://x.example)",
                written("see https://x.example/a_b-c?d=e&f#g, (https://x.example)"));
    }

    @Test
    void the_way_back_is_a_link_in_a_paragraph_of_its_own() {
        assertEquals(
                "Steps\nto see it\n\n[Ticket #42|https://desk.example/tickets/42]",
                JiraWiki.text(List.of(
                        new JiraBlock.Text("Steps\r\nto see it"),
                        new JiraBlock.Link("Ticket #42", URI.create("https://desk.example/tickets/42")))));
    }

    @Test
    void no_character_of_any_text_is_lost() {
        RandomTexts.texts().forEach(text -> assertEquals(JiraText.clean(text), read(written(text)), text));
    }

    @Test
    void no_markup_of_any_text_has_a_meaning() {
        RandomTexts.texts()
                .map(JiraWikiTest::written)
                .map(written -> written.replaceAll("https?://[A-Za-z0-9]\\S*", ""))
                .forEach(written -> assertFalse(BARE_MARKUP.matcher(written).find(), written));
    }

    @Test
    void a_text_too_long_for_jira_ends_with_an_ellipsis() {
        String written = written("\\".repeat(20_000));

        assertTrue(written.length() <= JiraText.LONGEST);
        assertTrue(written.endsWith("&#92;\u2026"));
    }

    private static String written(String text) {
        return JiraWiki.escaped(JiraText.clean(text), JiraText.LONGEST);
    }

    private static String read(String wiki) {
        return wiki.replaceAll("\\\\(.)", "$1")
                .replace("&#92;", "\\")
                .replaceAll("(?<=h[1-6]|bq)&#46;", ".")
                .replace("&amp;", "&");
    }
}
