package io.omniflow.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTicketsTest {
    @Test
    void ages_become_times_and_everything_else_stays() throws IOException {
        String template = """
                {"externalId":"demo-1","title":"t","minutesAgo":90,"history":[{"minutesAgo":30,"status":"waiting"}]}
                """;
        assertEquals("""
                {"externalId":"demo-1","title":"t","history":[{"status":"waiting","at":"2026-11-24T11:30:00Z"}],"createdAt":"2026-11-24T10:30:00Z"}""", DemoTickets.dated(template, Instant.parse("2026-11-24T12:00:00Z")));
    }
}
