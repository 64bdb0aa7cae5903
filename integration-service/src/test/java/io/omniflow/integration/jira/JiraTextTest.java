package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JiraTextTest {

    @Test
    void a_summary_is_one_line_of_at_most_255_characters() {
        assertEquals("a b c", JiraText.summary("  a\r\nb \t c "));
        assertEquals("x".repeat(255), JiraText.summary("x".repeat(255)));
        assertEquals("x".repeat(254) + "\u2026", JiraText.summary("x".repeat(256)));
    }

    @Test
    void a_cut_never_leaves_half_a_character() {
        assertEquals("\uD83D\uDE00\u2026", JiraText.cut("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 4));
    }

    @Test
    void characters_jira_cannot_keep_are_replaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\t\n", JiraText.clean("a\u0000b\uD83Dc\uFFFFd\t\r"));
        assertEquals("\uD83D\uDE00", JiraText.clean("\uD83D\uDE00"));
    }
}
