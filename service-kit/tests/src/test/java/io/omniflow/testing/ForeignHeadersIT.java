package io.omniflow.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.Topics;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that stop a connector which reads CloudEvents by itself. On a topic of their own, or all others stand too. */
@QuarkusTest
@TestProfile(ForeignHeadersIT.OwnTopic.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ForeignHeadersIT {
    private static final String TOPIC = Topics.CONVERSATION_COMMANDS;

    private final NoteCommands commands = NoteCommands.ofNewTicket();

    @ParameterizedTest
    @ValueSource(strings = {EventHeaders.TIME, EventHeaders.SOURCE, "ce_dataschema", EventHeaders.SPEC_VERSION})
    void a_header_that_cannot_be_parsed_does_not_stop_the_consumer(String name) {
        Map<String, String> headers = commands.headers();
        headers.put(name, "no time, no URI: \u0001");
        try (Watch letters = DeadLetterTopic.watch(TOPIC)) {
            publish("no json", headers);
            SeenEvent letter =
                    letters.await(seen -> commands.ticket().toString().equals(seen.key()));
            assertEquals(headers.get(name), letter.header(name));
            DeadLetterTopic.assertTellsWhy(letter);
        }
        publish(commands.json("after"), commands.headers());
        await().atMost(Duration.ofSeconds(30)).until(commands::effects, equalTo(List.of("after")));
    }

    private void publish(String body, Map<String, String> headers) {
        Events.publish(TOPIC, commands.ticket().toString(), body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static final class OwnTopic implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.incoming.note-commands.topic", TOPIC);
        }
    }
}
