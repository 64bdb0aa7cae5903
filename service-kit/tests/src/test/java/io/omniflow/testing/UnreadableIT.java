package io.omniflow.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Topics;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no event of the contract is put aside as it was, with the reason, and its partition goes on. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class UnreadableIT {
    private static final int LARGEST_RECORD = 1 << 20;

    private final NoteCommands commands = NoteCommands.ofNewTicket();
    private final Watch letters = DeadLetterTopic.watch();

    @ParameterizedTest
    @ValueSource(
            strings = {"no json", "{\"ticketId\": ", "null", "", "[]", "{}", "{\"ticketId\": null, \"body\": \"x\"}"})
    void a_body_that_is_none_of_its_type(String body) {
        publish(body, commands.headers());
        assertPutAside(body, commands.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {EventHeaders.ID, EventHeaders.TYPE, EventHeaders.TIME, EventHeaders.SOURCE})
    void a_header_that_is_missing(String name) {
        Map<String, String> headers = commands.headers();
        headers.remove(name);
        publish(commands.json("x"), headers);
        assertEquals("", assertPutAside(commands.json("x"), headers).header(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {EventHeaders.ID, EventHeaders.SUBJECT, EventHeaders.WORKSPACE, EventHeaders.SEQUENCE})
    void a_header_that_is_none_of_its_kind(String name) {
        Map<String, String> headers = commands.headers();
        headers.put(name, "rubbish");
        publish(commands.json("x"), headers);
        assertEquals("rubbish", assertPutAside(commands.json("x"), headers).header(name));
    }

    @Test
    void a_tombstone() {
        commands.publishTombstone();
        assertNull(letter().value());
    }

    @Test
    void a_large_record_is_kept_whole() {
        String body = "x".repeat(LARGEST_RECORD - 10_000);
        publish(body, commands.headers());
        assertPutAside(body, commands.headers());
    }

    @Test
    void a_record_so_large_that_no_header_can_be_added() {
        // 61 bytes of the batch, 31 at most of the record, the key
        publish(
                "x"
                        .repeat(LARGEST_RECORD
                                - 61
                                - 31
                                - commands.ticket().toString().length()),
                Map.of());
        DeadLetterTopic.assertTellsWhy(letter());
    }

    @BeforeEach
    void the_partition_moves() {
        Events.publish(commands.add("before"));
    }

    @AfterEach
    void the_partition_goes_on() {
        letters.close();
        Events.publish(commands.add("after"));
        await().atMost(Duration.ofSeconds(30)).until(commands::effects, equalTo(List.of("before", "after")));
    }

    private void publish(String body, Map<String, String> headers) {
        Events.publish(
                Topics.TICKET_COMMANDS, commands.ticket().toString(), body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private SeenEvent assertPutAside(String body, Map<String, String> headers) {
        SeenEvent letter = letter();
        assertEquals(body, letter.value());
        headers.forEach((name, value) -> {
            if (!EventHeaders.ID.equals(name) && !EventHeaders.TIME.equals(name)) {
                assertEquals(value, letter.header(name));
            }
        });
        return letter;
    }

    private SeenEvent letter() {
        SeenEvent letter = letters.await(seen -> commands.ticket().toString().equals(seen.key()));
        DeadLetterTopic.assertTellsWhy(letter);
        return letter;
    }
}
