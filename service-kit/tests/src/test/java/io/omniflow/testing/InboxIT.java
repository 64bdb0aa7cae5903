package io.omniflow.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.sample.Obstacles;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each event has its effect once, in order, whatever is down in between. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class InboxIT {
    private final NoteCommands commands = NoteCommands.ofNewTicket();

    @Inject
    Obstacles obstacles;

    @BeforeAll
    static void somewhere_to_put_aside() {
        DeadLetterTopic.create(Topics.TICKET_COMMANDS);
    }

    @Test
    void an_event_delivered_twice_in_one_batch_has_its_effect_once() {
        OutboundEvent event = commands.add("once");
        Events.publish(event, event, commands.add("after"));
        expect("once", "after");
    }

    @Test
    void an_event_delivered_again_later_has_its_effect_once() {
        OutboundEvent event = commands.add("once");
        Events.publish(event);
        expect("once");
        Events.publish(event, commands.add("after"));
        expect("once", "after");
    }

    @Test
    void a_passing_fault_is_waited_out_in_order_and_once() {
        String outage = Obstacles.OUTAGE + UUID.randomUUID();
        try (Watch letters = DeadLetterTopic.watch()) {
            Events.publish(commands.add("before"), commands.add(outage), commands.add("after"));
            expect("before", outage, "after");
            assertEquals(3, obstacles.triesOf(outage));
            assertNoLetterBut(letters);
        }
    }

    @Test
    void an_event_that_always_fails_is_put_aside_and_the_rest_of_its_batch_is_not() throws JsonProcessingException {
        String poison = Obstacles.POISON + UUID.randomUUID();
        try (Watch letters = DeadLetterTopic.watch()) {
            OutboundEvent poisoned = commands.add(poison);
            Events.publish(commands.add("before"), poisoned, commands.add("after"));
            SeenEvent letter =
                    letters.await(seen -> commands.ticket().toString().equals(seen.key()));
            assertEquals(
                    ContractJson.mapper().valueToTree(poisoned.data()),
                    ContractJson.mapper().readTree(letter.value()));
            assertEquals(poisoned.id().toString(), letter.header(EventHeaders.ID));
            assertEquals(commands.workspace(), letter.workspace());
            assertEquals("agent:anna", letter.header(EventHeaders.ACTOR));
            DeadLetterTopic.assertTellsWhy(letter);
            expect("before", "after");
            Events.publish(commands.add("later"));
            expect("before", "after", "later");
            assertNoLetterBut(letters, poisoned.id().toString());
        }
    }

    @Test
    void an_event_put_aside_is_not_tried_again_when_it_is_delivered_again() {
        String poison = Obstacles.POISON + UUID.randomUUID();
        OutboundEvent poisoned = commands.add(poison);
        Events.publish(poisoned, commands.add("after"));
        expect("after");
        int tries = obstacles.triesOf(poison);
        Events.publish(poisoned, commands.add("later"));
        expect("after", "later");
        assertEquals(tries, obstacles.triesOf(poison));
    }

    @Test
    void an_event_of_an_unknown_type_is_passed_over() {
        try (Watch letters = DeadLetterTopic.watch()) {
            Map<String, String> headers = commands.headers();
            headers.put(EventHeaders.TYPE, "omniflow.ticket-command.sing.v9");
            Events.publish(Topics.TICKET_COMMANDS, commands.ticket().toString(), bytes("{\"song\": 1}"), headers);
            Events.publish(commands.add("after"));
            expect("after");
            assertNoLetterBut(letters);
        }
    }

    private void expect(String... notes) {
        await().atMost(Duration.ofSeconds(30)).until(commands::effects, equalTo(List.of(notes)));
    }

    /** A letter that is sure to come last ends the looking. */
    private void assertNoLetterBut(Watch letters, String... ids) {
        Events.publish(Topics.TICKET_COMMANDS, commands.ticket().toString(), bytes("last"), Map.of());
        letters.await(seen ->
                "last".equals(seen.value()) && commands.ticket().toString().equals(seen.key()));
        List<String> put = letters.await(1, seen -> commands.ticket().toString().equals(seen.key())).stream()
                .filter(seen -> !"last".equals(seen.value()))
                .map(seen -> seen.header(EventHeaders.ID))
                .toList();
        assertEquals(List.of(ids), put);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
