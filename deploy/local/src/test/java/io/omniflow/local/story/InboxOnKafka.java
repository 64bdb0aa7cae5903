package io.omniflow.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A Unified Inbox as the suite sees it: tells of conversations and takes orders for replies, both on Kafka. */
final class InboxOnKafka implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FACTS = "omniflow.conversations.v1";
    private static final String ORDERS = "omniflow.conversation-commands.v1";

    private final UUID workspace;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> orders;
    /** Orders that nobody has asked for yet. */
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    /** Sees the orders from now on. */
    InboxOnKafka(String kafka, UUID workspace) {
        this.workspace = workspace;
        Map<String, Object> broker = Map.of("bootstrap.servers", kafka);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer());
        orders = new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = orders.partitionsFor(ORDERS).stream()
                .map(partition -> new TopicPartition(ORDERS, partition.partition()))
                .toList();
        orders.assign(partitions);
        orders.seekToEnd(partitions);
        partitions.forEach(orders::position);
    }

    /** A customer writes for the first time. */
    UUID opens(String channel, String subject, String email, String body) {
        UUID id = UUID.randomUUID();
        tell(
                id,
                "opened",
                Map.of(
                        "conversationId",
                        id,
                        "channel",
                        channel,
                        "subject",
                        subject,
                        "externalId",
                        "thread-" + id,
                        "tags",
                        List.of(channel),
                        "inboxAddress",
                        "support@shop.example",
                        "contact",
                        Map.of("name", "Dana Reyes", "email", email)));
        writes(id, body);
        return id;
    }

    /** The customer writes. */
    void writes(UUID conversation, String body) {
        tell(
                conversation,
                "message_received",
                Map.of("conversationId", conversation, "messageId", UUID.randomUUID(), "body", body));
    }

    /** The next order to send a reply in that conversation. */
    JsonNode order(UUID conversation) {
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> {
                            orders.poll(Duration.ofMillis(200)).forEach(record -> seen.add(record));
                            return seen.stream()
                                    .filter(record -> conversation.toString().equals(record.key()))
                                    .findFirst();
                        },
                        Optional::isPresent)
                .map(record -> {
                    seen.remove(record);
                    return read(record);
                })
                .orElseThrow();
    }

    private static JsonNode read(ConsumerRecord<String, String> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        producer.close();
        orders.close();
    }

    private void tell(UUID conversation, String what, Map<String, Object> data) {
        try {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(FACTS, conversation.toString(), JSON.writeValueAsString(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "unified-inbox",
                            "ce_type",
                            "omniflow.conversation." + what + ".v1",
                            "ce_subject",
                            conversation.toString(),
                            "ce_time",
                            Instant.now().toString(),
                            "ce_workspaceid",
                            workspace.toString(),
                            "ce_actor",
                            "customer:dana",
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (IOException | ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
