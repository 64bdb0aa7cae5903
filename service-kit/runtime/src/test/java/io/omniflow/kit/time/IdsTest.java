package io.omniflow.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void ids_are_of_version_seven_and_grow() {
        UUID before = Ids.next();
        assertEquals(7, before.version());
        for (int i = 0; i < 10_000; i++) {
            UUID next = Ids.next();
            // as PostgreSQL compares them: as text, byte for byte
            assertTrue(next.toString().compareTo(before.toString()) > 0);
            before = next;
        }
    }
}
