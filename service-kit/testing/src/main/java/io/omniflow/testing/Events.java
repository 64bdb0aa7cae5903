package io.omniflow.testing;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The test's own hand on Kafka: publishes contract events the way another service would (written here once more on purpose,
 * not with the kit's code under test) and watches topics.
 */
public final class Events {
    private Events() {}

    /** Publishes in order and returns when the broker has all. */
    public static void publish(OutboundEvent... events) {
        send(List.of(events).stream().map(Events::record).toList());
    }

    /** For many events in a row; close it at the end of the test. */
    public static Sender sender() {
        return new Sender(producer());
    }

    /** Publishes in order without waiting for the broker. */
    public static final class Sender implements AutoCloseable {
        private final KafkaProducer<String, byte[]> producer;

        private Sender(KafkaProducer<String, byte[]> producer) {
            this.producer = producer;
        }

        public void send(OutboundEvent event) {
            var unused = producer.send(record(event));
        }

        /** Waits until the broker has all. */
        @Override
        public void close() {
            producer.close();
        }
    }

    /** Publishes whatever bytes, for what no well-behaved service would send. */
    public static void publish(String topic, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(List.of(record));
    }

    /** From now on; close it at the end of the test. */
    public static Watch watch(String... topics) {
        return new Watch(bootstrapServers(), List.of(topics));
    }

    /** From the beginning of the topics. */
    public static Watch all(String... topics) {
        Watch watch = watch(topics);
        watch.rewind();
        return watch;
    }

    public static String bootstrapServers() {
        return SharedServers.setting("kafka.bootstrap.servers");
    }

    private static void send(List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers()), new StringSerializer(), new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> record(OutboundEvent event) {
        Class<?> type = event.data().getClass();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(EventCatalog.topicOf(type), event.subject().toString(), json(event.data()));
        header(record, EventHeaders.SPEC_VERSION, "1.0");
        header(record, EventHeaders.ID, event.id());
        header(record, EventHeaders.SOURCE, "test");
        header(record, EventHeaders.TYPE, EventCatalog.typeOf(type));
        header(record, EventHeaders.SUBJECT, event.subject());
        header(record, EventHeaders.TIME, ContractJson.text(event.time()));
        header(record, EventHeaders.CONTENT_TYPE, "application/json");
        header(record, EventHeaders.WORKSPACE, event.workspace().value());
        header(record, EventHeaders.SEQUENCE, event.sequence());
        header(record, EventHeaders.ACTOR, event.origin().actor());
        header(record, EventHeaders.CORRELATION, event.origin().correlationId());
        header(record, EventHeaders.CAUSATION, event.origin().causationId());
        header(record, EventHeaders.SOURCE_ADDRESS, event.origin().sourceAddress());
        header(record, EventHeaders.CHANGE, event.changeId());
        header(record, EventHeaders.CHANGE_LAST, event.position() == Position.INNER ? "false" : null);
        header(record, EventHeaders.BACKFILL, event.history() == History.BACKFILL ? "true" : null);
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, @Nullable Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] json(Object data) {
        try {
            return ContractJson.mapper().writeValueAsBytes(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
