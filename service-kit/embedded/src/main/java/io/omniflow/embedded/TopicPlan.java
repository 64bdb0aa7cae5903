package io.omniflow.embedded;

import io.omniflow.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One topic as it is created: how many partitions, and how long what is in it is kept. */
public record TopicPlan(String name, int partitions, Map<String, String> settings) {
    private static final int PARTITIONS = 12;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    /** Whoever consumes has a dead letter topic for each topic it could consume. */
    public static final List<String> GROUPS =
            List.of("ticket-service", "sla-service", "merge-service", "integration-service");

    /** The suite's topics and their dead letter topics. */
    public static final List<TopicPlan> SUITE = Stream.of(
                    topicsWithDeadLetters(),
                    // merge-service reads the tickets' facts a second time, for the process of merging alone
                    Stream.of(keptFor(Topics.deadLetters(Topics.TICKETS, "merge-service-merging"), 1, MONTH)),
                    hookDeadLetters())
            .flatMap(topics -> topics)
            .toList();

    private static Stream<TopicPlan> topicsWithDeadLetters() {
        return Stream.of(
                        keptFor(Topics.TICKETS, PARTITIONS, MONTH),
                        compacted(Topics.TICKET_SNAPSHOTS),
                        keptFor(Topics.TICKET_COMMANDS, PARTITIONS, WEEK),
                        keptFor(Topics.TICKET_WATERMARKS, 1, Duration.ofHours(1)),
                        keptFor(Topics.SLA, PARTITIONS, MONTH),
                        keptFor(Topics.MERGES, PARTITIONS, MONTH),
                        keptFor(Topics.WORKSPACE, PARTITIONS, MONTH),
                        keptFor(Topics.INTEGRATIONS, PARTITIONS, MONTH),
                        keptFor(Topics.CONVERSATIONS, PARTITIONS, MONTH),
                        keptFor(Topics.CONVERSATION_COMMANDS, PARTITIONS, WEEK))
                .flatMap(TopicPlan::withDeadLetters);
    }

    /** integration-service reads facts once more, for the webhooks of workspaces alone. */
    private static Stream<TopicPlan> hookDeadLetters() {
        return Stream.of(Topics.TICKETS, Topics.SLA, Topics.MERGES, Topics.INTEGRATIONS)
                .map(topic -> keptFor(Topics.deadLetters(topic, "integration-service-hooks"), 1, MONTH));
    }

    private static TopicPlan keptFor(String name, int partitions, Duration time) {
        return new TopicPlan(
                name, partitions, Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis())));
    }

    private static TopicPlan compacted(String name) {
        return new TopicPlan(name, PARTITIONS, Map.of("cleanup.policy", "compact"));
    }

    /** One partition is enough for letters that a person reads. */
    private static Stream<TopicPlan> withDeadLetters(TopicPlan topic) {
        return Stream.concat(
                Stream.of(topic),
                GROUPS.stream().map(group -> keptFor(Topics.deadLetters(topic.name(), group), 1, MONTH)));
    }
}
