package io.omniflow.kit.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    @Test
    void a_cursor_gives_back_its_parts() {
        assertEquals(List.of("2026", "", "äé😀"), Cursors.decode(Cursors.encode("2026", "", "äé😀"), 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YQ", "YQ==", "%", "/w", "_w", "YQBi", "\u00e4"})
    void a_cursor_of_somebody_elses_making_is_malformed(String cursor) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> Cursors.decode(cursor, 2));
        assertEquals(400, problem.getStatusCode());
    }

    @Test
    void parts_are_read_strictly() {
        UUID id = UUID.randomUUID();
        assertEquals(id, Cursors.uuid(id.toString()));
        assertEquals(-7, Cursors.number("-7"));
        assertThrows(HttpProblem.class, () -> Cursors.uuid("1-1-1-1-1"));
        assertThrows(HttpProblem.class, () -> Cursors.uuid("x"));
        assertThrows(HttpProblem.class, () -> Cursors.number("1.0"));
        String withNul = Base64.getUrlEncoder().encodeToString("a\0b".getBytes(StandardCharsets.UTF_8));
        assertThrows(HttpProblem.class, () -> Cursors.decode(withNul, 1));
    }

    @Test
    void a_page_is_cut_at_its_limit_and_points_on() {
        Page<Integer> first = Page.cut(List.of(1, 2, 3), 2, String::valueOf);
        assertEquals(new Page<>(List.of(1, 2), "2"), first);
        assertNull(Page.cut(List.of(1, 2), 2, String::valueOf).nextCursor());
        assertEquals(List.of("1", "2"), first.map(String::valueOf).items());
    }

    @Test
    void a_limit_has_a_default_and_bounds() {
        assertEquals(50, Limit.of(null));
        assertEquals(200, Limit.of(200));
        assertThrows(HttpProblem.class, () -> Limit.of(0));
        assertThrows(HttpProblem.class, () -> Limit.of(201));
    }
}
