package io.omniflow.ticket.similar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final UUID CONTACT = UUID.randomUUID();

    private static Traits titled(String title) {
        return Traits.of(title, null, List.of(), List.of());
    }

    private static double score(String one, String other) {
        return Likeness.of(titled(one), titled(other), 0).score();
    }

    @Test
    void other_forms_of_the_same_words_are_alike() {
        assertTrue(score("Checkout fails", "Checkout failing") >= Likeness.LEAST);
        assertEquals(0, score("Checkout fails", "Printer on fire"));
    }

    @Test
    void the_same_words_about_another_number_are_not() {
        assertTrue(score("Refund for order 4711", "Order 4711: refund") >= Likeness.LEAST);
        assertTrue(score("Refund for order 4711", "Order 4988: refund") < Likeness.LEAST);
    }

    @Test
    void a_contact_or_a_tag_alone_makes_no_duplicate() {
        Traits one = Traits.of("a cat", null, List.of("x", "y", "z"), List.of(CONTACT));
        Traits other = Traits.of("two dogs", null, List.of("x", "y", "z"), List.of(CONTACT));
        Likeness likeness = Likeness.of(one, other, 0);
        assertEquals(List.of(Likeness.Reason.SAME_CONTACT, Likeness.Reason.SAME_TAG), likeness.reasons());
        assertTrue(Likeness.of(one, Traits.of("two dogs", null, List.of("x"), List.of()), 0)
                        .score()
                < Likeness.LEAST);
    }

    @Test
    void each_sign_adds_and_none_leads_beyond_one() {
        double before = 0;
        for (Traits other : List.of(
                Traits.of("Checkout fails", null, List.of(), List.of()),
                Traits.of("Checkout fails", "Visa refused", List.of(), List.of()),
                Traits.of("Checkout fails", "Visa refused", List.of(), List.of(CONTACT)),
                Traits.of("Checkout fails", "Visa refused", List.of("x"), List.of(CONTACT)))) {
            Traits one = Traits.of("Checkout fails", "Visa refused", List.of("x"), List.of(CONTACT));
            double score = Likeness.of(one, other, 1).score();
            assertTrue(score > before && score <= 1, before + " then " + score);
            before = score;
        }
    }
}
