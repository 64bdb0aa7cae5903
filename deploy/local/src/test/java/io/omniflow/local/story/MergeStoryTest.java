package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tickets are merged and merges undone while merge-service and ticket-service are killed in turn: each comes to an end, and
 * afterwards both tickets are as if they had never been merged.
 */
@ExtendWith(RoughSuite.class)
class MergeStoryTest {
    private static final boolean FULL = Boolean.getBoolean("omniflow.test.full");
    private static final int KILLS = FULL ? 100 : 10;
    private static final int MERGES = FULL ? 1_000 : 100;
    private static final int HANDS = 4;
    private static final int MOST_PAUSE_MILLIS = 1_500;
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Set<Integer> NOT_THERE = Set.of(502, 503, 504);

    private record Pair(String source, String destination, String note) {}

    @Test
    void merges_and_undos_under_kills_all_come_to_an_end_and_leave_no_trace(Suite suite) throws Exception {
        UUID workspace = UUID.randomUUID();
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), suite.token(workspace, TokenRole.LEAD, "lea"));
                ExecutorService hands = Executors.newFixedThreadPool(HANDS + 1)) {
            Future<?> kills = hands.submit(() -> {
                killInTurn(suite);
                return true;
            });
            List<Future<List<Pair>>> all = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                all.add(hands.submit(() -> mergeAndUndo(api, kills)));
            }
            kills.get();
            List<Pair> pairs = new ArrayList<>();
            for (Future<List<Pair>> each : all) {
                pairs.addAll(each.get());
            }
            for (Pair pair : pairs) {
                assertAsBefore(api, pair);
            }
            for (String underWay : List.of("requested", "undo_requested")) {
                JsonNode left = api.get("/api/v1/merges?state=" + underWay)
                        .orFail("the merges")
                        .body();
                assertEquals(0, left.path("items").size(), left::toString);
            }
            System.out.printf("%d merges and as many undos under %d kills%n", pairs.size(), KILLS);
        }
    }

    private static void killInTurn(Suite suite) throws Exception {
        Random random = new Random(7);
        CountDownLatch pause = new CountDownLatch(1);
        for (int kill = 0; kill < KILLS; kill++) {
            pause.await(random.nextInt(MOST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
            suite.killOnPurpose(kill % 2 == 0 ? "merge-service" : "ticket-service");
        }
    }

    private static List<Pair> mergeAndUndo(SuiteApi api, Future<?> kills) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        while (pairs.size() < MERGES / HANDS || !kills.isDone()) {
            String source = made(api, "/api/v1/tickets", "{\"title\": \"Source\", \"tags\": [\"brought\"]}");
            String destination = made(api, "/api/v1/tickets", "{\"title\": \"Destination\"}");
            String note = made(api, "/api/v1/tickets/" + source + "/notes", "{\"body\": \"Seen twice\"}");
            String merge = made(
                    api,
                    "/api/v1/merges",
                    "{\"sources\": [\"" + source + "\"], \"destination\": \"" + destination + "\"}");
            awaitState(api, merge, "completed");
            made(api, "/api/v1/merges/" + merge + "/undo", "");
            awaitState(api, merge, "undone");
            pairs.add(new Pair(source, destination, note));
        }
        return pairs;
    }

    private static void awaitState(SuiteApi api, String merge, String state) throws InterruptedException {
        String path = "/api/v1/merges/" + merge;
        api.await(
                merge + " " + state,
                path,
                SOON,
                body -> state.equals(body.path("state").asText()));
    }

    /** Asked under one key until somebody is there to answer. */
    private static String made(SuiteApi api, String path, String body) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        CountDownLatch pause = new CountDownLatch(1);
        SuiteApi.Answer answer = api.postOnce(path, key, body);
        while (NOT_THERE.contains(answer.status())) {
            pause.await(100, TimeUnit.MILLISECONDS);
            answer = api.postOnce(path, key, body);
        }
        return answer.orFail(path).body().path("id").asText();
    }

    private static void assertAsBefore(SuiteApi api, Pair pair) throws InterruptedException {
        JsonNode source = ticket(api, pair.source);
        assertEquals("open", source.path("status").asText(), source::toString);
        assertEquals("[\"brought\"]", source.path("tags").toString());
        assertEquals(List.of(pair.note), notes(api, pair.source));
        JsonNode destination = ticket(api, pair.destination);
        assertEquals("[]", destination.path("tags").toString());
        assertEquals(List.of(), notes(api, pair.destination));
    }

    private static JsonNode ticket(SuiteApi api, String id) throws InterruptedException {
        return api.get("/api/v1/tickets/" + id).orFail("the ticket").body();
    }

    private static List<String> notes(SuiteApi api, String ticket) throws InterruptedException {
        JsonNode answer = api.get("/api/v1/tickets/" + ticket + "/notes")
                .orFail("the notes")
                .body();
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(note -> note.path("id").asText())
                .toList();
    }
}
