package io.omniflow.merge.merging;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Merges in the workspace of a token, made as the desk makes them. */
public final class MergesForPromises {
    private MergesForPromises() {}

    /** A completed one. */
    public static String merge(String token) {
        return made(new MergeDesk(workspaceOf(token))).toString();
    }

    /** The entry of the audit log that tells of one. */
    public static String entry(String token) {
        MergeDesk desk = new MergeDesk(workspaceOf(token));
        UUID merge = made(desk);
        return Awaitility.await("an entry of the merge")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> desk.lead()
                                .queryParams("mergeId", merge, "kind", "absorbed")
                                .get("/api/v1/audit")
                                .jsonPath()
                                .<String>getList("items.id"),
                        (List<String> ids) -> !ids.isEmpty())
                .getFirst();
    }

    private static UUID made(MergeDesk desk) {
        try (TicketServicePlayed tickets = new TicketServicePlayed()) {
            return desk.merged(tickets, TicketServicePlayed.newId(), TicketServicePlayed.newId());
        }
    }

    private static UUID workspaceOf(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return UUID.fromString(new JsonPath(new String(claims, StandardCharsets.UTF_8)).getString("workspace"));
    }
}
