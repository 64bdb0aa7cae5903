package io.omniflow.ticket.notification.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MentionsTest {
    private static final Mentionable ANNA = agent("Anna Schmidt", "anna.s@example.com", "auth0|anna");
    private static final Mentionable BEN = agent("Ben", null, "ben.b");
    private static final Mentionable BENEDIKT = agent("Benedikt", "bene@example.com", null);
    private static final Mentionable BEN_TWO = agent("ben", "second@example.com", null);
    private static final Mentionable ANN = agent("Ann", null, "ann@corp.example");

    private static Mentionable agent(String name, @Nullable String email, @Nullable String subject) {
        return new Mentionable(UUID.randomUUID(), name, email, subject);
    }

    private static void assertMentions(String text, Mentionable... expected) {
        Set<UUID> ids = new HashSet<>();
        for (Mentionable agent : expected) {
            ids.add(agent.id());
        }
        assertEquals(ids, Mentions.among(List.of(ANNA, BEN, BENEDIKT, ANN)).in(text), text);
    }

    @Test
    void a_name_an_email_and_a_subject_mention_in_any_case() {
        assertMentions("@ben please", BEN);
        assertMentions("please, @BEN", BEN);
        assertMentions("@anna.s", ANNA);
        assertMentions("(@auth0|ANNA)", ANNA);
        assertMentions("@Anna Schmidt will know", ANNA);
        assertMentions("@\"anna schmidt\" will know", ANNA);
        assertMentions("@\u201canna schmidt\u201d will know", ANNA);
        assertMentions("@ben,@bene: both", BEN, BENEDIKT);
    }

    @Test
    void the_longest_that_fits_counts() {
        assertMentions("@benedikt", BENEDIKT);
        assertMentions("@ann@corp.example", ANN);
        assertMentions("@anna schmidt", ANNA);
        assertMentions("@ben.b.", BEN);
    }

    @Test
    void a_word_that_goes_on_is_somebody_else() {
        assertMentions("@benjamin");
        assertMentions("@ben_two");
        assertMentions("@ben-two");
        assertMentions("@ben.two");
        assertMentions("@ben@example.com");
        assertMentions("@ben\u00e9");
    }

    @Test
    void punctuation_ends_a_word() {
        for (String end : List.of(".", "-", "!", "?", ")", ":", "'s", "\n", "/", "..")) {
            assertMentions("@ben" + end, BEN);
        }
    }

    @Test
    void an_email_address_mentions_nobody() {
        assertMentions("mail to help@ben or x.@ben or a_b+c@anna.s");
        assertMentions("help@ben, but @bene", BENEDIKT);
    }

    @Test
    void code_mentions_nobody() {
        assertMentions("`@ben`");
        assertMentions("``a ` @ben``");
        assertMentions("```\n@ben\n```\n@bene", BENEDIKT);
        assertMentions("`@ben is not closed", BEN);
        assertMentions("``@ben`", BEN);
        assertMentions("a ` b @ben `` c", BEN);
    }

    @Test
    void a_quote_that_is_not_closed_on_its_line_or_names_nobody_mentions_nobody() {
        assertMentions("@\"ben");
        assertMentions("@\"ben\n\"");
        assertMentions("@\"nobody\" and @ben", BEN);
        assertMentions("@ @@ben @");
    }

    @Test
    void all_who_have_the_handle_are_meant() {
        assertEquals(
                Set.of(BEN.id(), BEN_TWO.id()),
                Mentions.among(List.of(BEN, BEN_TWO)).in("@Ben"));
    }

    @Test
    void a_text_without_a_mention_is_told_before_anybody_is_looked_up() {
        assertFalse(Mentions.arePossibleIn("a@b `@c`"));
        assertTrue(Mentions.arePossibleIn("a @b"));
    }

    @Test
    void a_text_full_of_signs_ends() {
        assertMentions(" @ben".repeat(16_000) + " @bene", BEN);
        assertMentions("`".repeat(30_000) + "@ben", BEN);
    }
}
