package io.omniflow.ticket.rule.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.ticket.rule.domain.Calendar;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarJsonTest {
    private static Calendar read(String json) {
        return CalendarJson.read(new JsonObject(json)).orElseThrow();
    }

    @Test
    void the_shape_of_the_api_is_read() {
        Calendar calendar = read("""
                {"name": "Berlin office", "timeZone": "Europe/Berlin",
                 "weekly": {"monday": [{"from": "09:00", "to": "17:00"}], "friday": [{"from": "22:00", "to": "06:00"}]},
                 "holidays": [{"date": "2026-12-25", "name": "Christmas"},
                  {"date": "2026-12-28", "name": "A long weekend", "from": "12:00", "to": "24:00"}]}""");
        assertTrue(calendar.isOpenAt(Instant.parse("2026-12-21T08:00:00Z")));
        assertFalse(calendar.isOpenAt(Instant.parse("2026-12-21T07:59:59Z")));
        assertTrue(calendar.isOpenAt(Instant.parse("2026-12-19T04:00:00Z")));
        assertFalse(calendar.isOpenAt(Instant.parse("2026-12-25T22:00:00Z")));
        assertTrue(calendar.isOpenAt(Instant.parse("2026-12-28T10:00:00Z")));
        assertFalse(calendar.isOpenAt(Instant.parse("2026-12-28T13:00:00Z")));
    }

    @Test
    void always_open_needs_nothing_else() {
        assertTrue(read("{\"alwaysOpen\": true, \"later\": {}}").isOpenAt(Instant.EPOCH));
    }

    @Test
    void what_cannot_be_read_is_no_calendar() {
        for (String json : List.of(
                "{}",
                "{\"timeZone\": \"Nowhere/City\"}",
                "{\"timeZone\": \"UTC\", \"weekly\": {\"someday\": []}}",
                "{\"timeZone\": \"UTC\", \"weekly\": []}",
                "{\"timeZone\": \"UTC\", \"weekly\": {\"monday\": [{\"from\": \"9\", \"to\": \"17:00\"}]}}",
                "{\"timeZone\": \"UTC\", \"weekly\": {\"monday\": [{\"from\": \"09:00\"}]}}",
                "{\"timeZone\": \"UTC\", \"holidays\": [{\"name\": \"x\"}]}")) {
            assertEquals(Optional.empty(), CalendarJson.read(new JsonObject(json)), json);
        }
    }
}
