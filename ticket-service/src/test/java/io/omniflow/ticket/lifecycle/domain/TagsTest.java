package io.omniflow.ticket.lifecycle.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test
    void tags_are_sorted_and_each_once_whatever_their_case() {
        assertEquals(
                List.of("a", "b c"), Tags.of(List.of("B c", " a ", "A", "b C")).values());
    }

    @Test
    void adding_and_removing_heed_no_case() {
        Tags tags = Tags.of(List.of("billing"));
        assertEquals(tags, tags.with(" BILLING "));
        assertEquals(List.of("api", "billing"), tags.with("API").values());
        assertEquals(Tags.NONE, tags.without("Billing"));
        assertEquals(tags, tags.without("other"));
    }
}
