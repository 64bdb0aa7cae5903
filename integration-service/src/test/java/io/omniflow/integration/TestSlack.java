package io.omniflow.integration;

import io.omniflow.integration.slack.fake.FakeMessage;
import io.omniflow.integration.slack.fake.SlackFake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One fake for all tests of this JVM; each test tells its own thread apart by the ticket's title. */
final class TestSlack {
    static final SlackFake FAKE = SlackFake.start(0);

    private TestSlack() {}

    static Map<String, Object> connection() {
        Map<String, Object> body = new HashMap<>(SignedSlack.connection());
        body.put("baseUrl", FAKE.url().toString());
        body.put("credentials", Map.of("botToken", SlackFake.BOT_TOKEN));
        return body;
    }

    /** First messages of threads that name the ticket. */
    static List<FakeMessage> firsts(String title) {
        return FAKE.messages().stream()
                .filter(message -> message.thread() == null && message.text().contains(title))
                .toList();
    }

    /** What was told in the ticket's thread, in order. */
    static List<String> told(String title) {
        return firsts(title).stream()
                .flatMap(first ->
                        FAKE.messages().stream().filter(message -> first.ts().equals(message.thread())))
                .map(FakeMessage::text)
                .toList();
    }
}
