package io.omniflow.sla.policy;

import static io.omniflow.sla.policy.PolicyDesk.POLICIES;
import static io.omniflow.sla.policy.PolicyDesk.path;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which policies are asked. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class PolicyOrderIT {
    private final PolicyDesk desk = new PolicyDesk();

    @Test
    void policies_are_asked_in_an_order_that_can_be_changed() {
        desk.make("A");
        String second = desk.make("B");
        desk.make("C", ", \"position\": 1");
        desk.make("D", ", \"position\": 99");
        assertEquals(List.of("C", "A", "B", "D", "Default"), desk.order());

        desk.lea()
                .body("{\"position\": 1}")
                .patch(path(second))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("position", equalTo(1));
        assertEquals(List.of("B", "C", "A", "D", "Default"), desk.order());
        desk.lea().body("{\"position\": null}").patch(path(second)).then().body("position", equalTo(4));
        assertEquals(List.of("C", "A", "D", "B", "Default"), desk.order());
        desk.lea().delete(path(second)).then().statusCode(204);
        desk.vera().get(POLICIES).then().body("items.position", equalTo(List.of(1, 2, 3, 4)));
    }

    @Test
    void the_pages_of_a_list_show_the_policies_as_they_were_at_the_first() {
        List<String> made = List.of("A", "B", "C", "D").stream().map(desk::make).toList();
        String next = desk.vera()
                .get(POLICIES + "?limit=2")
                .then()
                .body("items.name", equalTo(List.of("A", "B")))
                .extract()
                .path("nextCursor");
        desk.lea().delete(path(made.get(0))).then().statusCode(204);
        desk.make("E", ", \"position\": 1");

        String last = desk.vera()
                .get(POLICIES + "?limit=2&cursor=" + next)
                .then()
                .body("items.name", equalTo(List.of("C", "D")))
                .extract()
                .path("nextCursor");
        desk.vera()
                .get(POLICIES + "?limit=2&cursor=" + last)
                .then()
                .body("items.name", equalTo(List.of("Default")))
                .body("nextCursor", nullValue());
        new PolicyDesk().vera().get(POLICIES + "?limit=2&cursor=" + next).then().statusCode(400);
    }

    @Test
    void changes_at_the_same_time_each_find_their_place() throws InterruptedException, ExecutionException {
        String id = desk.make("A");
        try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> changes = IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> i % 2 == 0
                            ? () -> desk.lea()
                                    .body(desk.body("P" + i, ", \"position\": 1"))
                                    .post(POLICIES)
                                    .statusCode()
                            : () -> desk.lea()
                                    .body("{\"name\": \"A" + i + "\"}")
                                    .patch(path(id))
                                    .statusCode())
                    .toList();
            List<Integer> statuses = Arrays.asList(new Integer[16]);
            List<Future<Integer>> done = several.invokeAll(changes);
            for (int i = 0; i < 16; i++) {
                statuses.set(i, done.get(i).get());
            }
            assertEquals(
                    IntStream.range(0, 16).mapToObj(i -> i % 2 == 0 ? 201 : 200).toList(), statuses);
        }
        desk.vera()
                .get(POLICIES)
                .then()
                .body(
                        "items.position",
                        equalTo(IntStream.rangeClosed(1, 10).boxed().toList()));
        desk.vera().get(path(id)).then().header("ETag", "\"9\"");
    }
}
