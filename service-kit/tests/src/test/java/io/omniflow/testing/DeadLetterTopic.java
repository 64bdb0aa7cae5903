package io.omniflow.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omniflow.contract.Topics;
import io.omniflow.embedded.KafkaBroker;
import io.omniflow.embedded.TopicPlan;
import io.omniflow.testing.sample.NoteCommandsIn;
import java.util.List;
import java.util.Map;

/** Where the sample's consumer puts aside. Only the suite's own groups have theirs from the start. */
final class DeadLetterTopic {
    private DeadLetterTopic() {}

    static Watch watch() {
        return watch(Topics.TICKET_COMMANDS);
    }

    static Watch watch(String source) {
        return Events.watch(create(source));
    }

    /** Without it a consumer that has something to put aside waits for the topic, whichever test that belongs to. */
    static String create(String source) {
        String name = Topics.deadLetters(source, NoteCommandsIn.CONSUMER);
        KafkaBroker.createTopics(Events.bootstrapServers(), List.of(new TopicPlan(name, 1, Map.of())));
        return name;
    }

    static void assertTellsWhy(SeenEvent letter) {
        assertFalse(letter.header("dlq-reason").isBlank(), () -> "no reason: " + letter.headers());
    }
}
