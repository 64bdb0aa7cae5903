package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * merge-service and ticket-service are killed in turn at random points of 200 merges and undos, ten times; all of them come
 * to an end, once, and none half done. With {@code -Pfull} it goes on for five times as long.
 */
@ExtendWith(RoughSuite.class)
class KilledMergeStoryTest {
    private static final int ROUNDS = Boolean.getBoolean("omniflow.test.full") ? 25 : 5;
    private static final int PAIRS = 28;
    private static final int UNDONE = 12;
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final List<String> PARTS = List.of("merge-service", "ticket-service");

    private final Random random = new Random(5);

    @Test
    void killing_who_merges_and_who_asks_for_it_leaves_no_merge_half_done(Suite suite) throws Exception {
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), suite.token(UUID.randomUUID(), TokenRole.LEAD, "lea"))) {
            for (int round = 0; round < ROUNDS; round++) {
                mergeAndUndoWhileKilling(suite, api, round);
            }
            JsonNode verified = api.await(
                    "The log",
                    "/api/v1/audit/verify",
                    SOON,
                    found -> found.path("waiting").asLong() == 0);
            assertTrue(verified.path("valid").asBoolean(), verified::toString);
        }
    }

    private void mergeAndUndoWhileKilling(Suite suite, SuiteApi api, int round) throws Exception {
        List<TicketPair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(TicketPair.make(api, "Round " + round + ", ticket " + i));
        }
        String first = PARTS.get(round % 2);
        int returnsOfFirst = suite.returns(first);
        List<String> merges = new ArrayList<>();
        int moment = random.nextInt(PAIRS);
        for (int i = 0; i < PAIRS; i++) {
            merges.add(asked(api, "/api/v1/merges", pairs.get(i).wish()));
            if (i == moment) {
                suite.killAndStartAgain(first);
            }
        }
        awaitAll(api, merges, "completed");
        suite.awaitReturn(first, returnsOfFirst);

        List<String> undone = merges.subList(0, UNDONE);
        String then = PARTS.get(1 - round % 2);
        int returnsOfThen = suite.returns(then);
        int second = random.nextInt(UNDONE);
        for (int i = 0; i < UNDONE; i++) {
            assertEquals(undone.get(i), asked(api, "/api/v1/merges/" + undone.get(i) + "/undo", ""));
            if (i == second) {
                suite.killAndStartAgain(then);
            }
        }
        awaitAll(api, undone, "undone");
        suite.awaitReturn(then, returnsOfThen);
        check(pairs, merges);
    }

    private static void check(List<TicketPair> pairs, List<String> merges) throws InterruptedException {
        for (int i = 0; i < PAIRS; i++) {
            TicketPair pair = pairs.get(i);
            if (i < UNDONE) {
                pair.mustBeTwo();
                assertEquals(
                        List.of(
                                "absorbed",
                                "completed",
                                "merge_undone",
                                "merge_undone",
                                "merged",
                                "requested",
                                "undo_requested",
                                "undone"),
                        pair.recorded(merges.get(i), 8));
            } else {
                pair.mustBeOne();
                assertEquals(List.of("absorbed", "completed", "merged", "requested"), pair.recorded(merges.get(i), 4));
            }
        }
    }

    /** Asks under a key until somebody is there to answer; the id of the merge. */
    private static String asked(SuiteApi api, String path, String body) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        List<SuiteApi.Answer> answers = new ArrayList<>();
        Awaitility.await("an answer to " + path)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    SuiteApi.Answer answer = api.postOnce(path, key, body);
                    answers.add(answer);
                    return answer.status() < 500;
                });
        SuiteApi.Answer answer = answers.getLast();
        assertEquals(202, answer.status(), answer::toString);
        return answer.body().path("id").asText();
    }

    private static void awaitAll(SuiteApi api, List<String> merges, String state) throws InterruptedException {
        for (String merge : merges) {
            api.await(
                    "Merge " + state,
                    "/api/v1/merges/" + merge,
                    SOON,
                    found -> state.equals(found.path("state").asText()));
        }
    }
}
