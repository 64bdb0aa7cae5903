package io.omniflow.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class StorableTextTest {
    @Test
    void what_cannot_be_kept_is_replaced_and_the_rest_stays() {
        assertEquals("a\ufffdb\ufffdc\ufffd", StorableText.of("a\0b" + (char) 0xd800 + "c" + (char) 0xdc00));
        String sound = "\uD83D\uDE15 \u202e x";
        assertSame(sound, StorableText.of(sound));
        assertEquals(sound + "\ufffd", StorableText.of(sound + "\0"));
    }
}
