package io.omniflow.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Remembers what comes in on some topics. For one thread. */
public final class Watch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<SeenEvent> seen = new ArrayList<>();

    Watch(String bootstrapServers, List<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // the seek is lazy; asking for the position fixes "now" before the test acts
        partitions.forEach(consumer::position);
    }

    void rewind() {
        consumer.seekToBeginning(consumer.assignment());
    }

    /** The first event that fits, new or already seen; fails after twenty seconds. */
    public SeenEvent await(Predicate<SeenEvent> wanted) {
        return await(1, wanted).getFirst();
    }

    /** As soon as so many events fit; fails after twenty seconds. */
    public List<SeenEvent> await(int count, Predicate<SeenEvent> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<SeenEvent> fitting = seen.stream().filter(wanted).toList();
            if (fitting.size() >= count) {
                return fitting;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Only " + fitting.size() + " of " + count + " expected events came; seen: "
                        + seen.stream().map(SeenEvent::type).toList());
            }
            poll(POLL);
        }
    }

    /** All that came until nothing more does for the given time. */
    public List<SeenEvent> untilQuietFor(Duration quiet) {
        long last = System.nanoTime();
        while (System.nanoTime() - last < quiet.toNanos()) {
            if (poll(POLL) > 0) {
                last = System.nanoTime();
            }
        }
        return List.copyOf(seen);
    }

    private int poll(Duration timeout) {
        int before = seen.size();
        consumer.poll(timeout).forEach(record -> seen.add(SeenEvent.of(record)));
        return seen.size() - before;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
