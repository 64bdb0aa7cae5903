package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class IdempotencyIT {
    private final Desk desk = new Desk();

    private Response open(String key, String body) {
        return desk.anna().header("Idempotency-Key", key).body(body).post(TICKETS);
    }

    @Test
    void a_retry_gets_the_first_answer_and_makes_no_second_ticket() {
        Response first = open("k-1", "{\"title\":\"x\",\"tags\":[\"a\"]}");
        desk.change(first.path("id"), "{\"title\":\"changed since\"}");
        Response second = open("k-1", "{\"tags\":[\"a\"],\"title\":\"x\"}");
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.jsonPath().getMap(""), second.jsonPath().getMap(""));
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(1, desk.rows("ticket"));
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        open("k-1", "{\"title\":\"x\"}").then().statusCode(201);
        open("k-1", "{\"title\":\"y\"}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("Idempotency-Key"));
        assertEquals(1, desk.rows("ticket"));
    }

    @Test
    void a_refused_request_does_not_use_the_key_up() {
        open("k-1", "{\"title\":\" \"}").then().statusCode(422);
        open("k-1", "{\"title\":\"x\"}").then().statusCode(201);
    }

    @Test
    void a_key_belongs_to_its_workspace() {
        open("k-1", "{\"title\":\"x\"}").then().statusCode(201);
        new Desk()
                .anna()
                .header("Idempotency-Key", "k-1")
                .body("{\"title\":\"y\"}")
                .post(TICKETS)
                .then()
                .statusCode(201)
                .body("title", equalTo("y"));
    }

    @Test
    void twenty_calls_at_once_with_one_key_make_one_ticket() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            Callable<Response> call = () -> open("k-1", "{\"title\":\"x\"}");
            List<Callable<Response>> calls =
                    IntStream.range(0, 20).mapToObj(i -> call).toList();
            List<Response> answers =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();
            Set<String> ids =
                    answers.stream().map(answer -> answer.<String>path("id")).collect(Collectors.toSet());
            assertEquals(
                    List.of(201),
                    answers.stream().map(Response::statusCode).distinct().toList());
            assertEquals(1, ids.size());
        }
        assertEquals(1, desk.rows("ticket"));
        assertEquals(1, desk.rows("timeline"));
    }

    @Test
    void a_note_is_added_once_for_a_key() {
        String notes = TICKETS + "/" + desk.open("{\"title\":\"x\"}") + "/notes";
        for (int i = 0; i < 2; i++) {
            desk.anna()
                    .header("Idempotency-Key", "n-1")
                    .body("{\"body\":\"once\"}")
                    .post(notes)
                    .then()
                    .statusCode(201);
        }
        assertEquals(1, desk.rows("note"));
    }
}
