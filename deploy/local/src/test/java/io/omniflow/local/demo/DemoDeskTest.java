package io.omniflow.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omniflow.local.LaunchFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoDeskTest {
    @Test
    void names_become_the_ids_of_what_was_made() {
        assertEquals(
                "/tickets/7/notes and 8",
                DemoDesk.resolved("/tickets/${a}/notes and ${b-c}", Map.of("a", "7", "b-c", "8")));
    }

    @Test
    void a_name_of_nothing_is_a_mistake() {
        assertThrows(LaunchFailure.class, () -> DemoDesk.resolved("${a}", Map.of()));
    }
}
