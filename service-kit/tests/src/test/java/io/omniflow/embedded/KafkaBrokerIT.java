package io.omniflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    private final Path folder;

    KafkaBrokerIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void topics_and_records_outlive_a_restart_on_other_ports() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0, 0)) {
            broker.createTopics();
            try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(Topics.SLA, "key", "kept".getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
        try (KafkaBroker broker = KafkaBroker.start(folder, 0, 0)) {
            broker.createTopics();
            assertEquals("kept", firstOf(broker, Topics.SLA));
        }
    }

    @Test
    void every_topic_is_kept_as_long_as_the_contract_says() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder, 0, 0)) {
            broker.createTopics();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                Set<String> names = admin.listTopics().names().get();
                assertTrue(names.contains("omniflow.tickets.v1.sla-service.dlq"), names.toString());
                assertEquals("compact", setting(admin, Topics.TICKET_SNAPSHOTS, "cleanup.policy"));
                assertEquals("604800000", setting(admin, Topics.TICKET_COMMANDS, "retention.ms"));
                assertEquals("3600000", setting(admin, Topics.TICKET_WATERMARKS, "retention.ms"));
                assertEquals(12, partitions(admin, Topics.TICKETS));
                assertEquals(1, partitions(admin, Topics.TICKET_WATERMARKS));
            }
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource))
                .get(name)
                .value();
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        return Objects.requireNonNull(admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic))
                .partitions()
                .size();
    }

    private static String firstOf(KafkaBroker broker, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        "it",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int attempt = 0; attempt < 20; attempt++) {
                for (var found : consumer.poll(Duration.ofSeconds(1))) {
                    return new String(found.value(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("Nothing arrived on " + topic);
    }
}
