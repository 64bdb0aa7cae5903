package io.omniflow.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.KafkaPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Puts a record aside as it was, with the reason, so that its partition can go on. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final KafkaPublisher publisher;
    private final MeterRegistry metrics;

    DeadLetters(KafkaPublisher publisher, MeterRegistry metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    Uni<Void> add(String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf(
                "Dead letter: %s of %s, key %s, partition %d, offset %d: %s",
                record.topic(), consumer, record.key(), record.partition(), record.offset(), reason);
        metrics.counter("omniflow.inbox.dead", "topic", record.topic()).increment();
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.deadLetters(record.topic(), consumer), null, record.key(), record.value(), record.headers());
        letter.headers().add("dlq-reason", bytes(reason));
        letter.headers().add("dlq-partition", bytes(Integer.toString(record.partition())));
        letter.headers().add("dlq-offset", bytes(Long.toString(record.offset())));
        return publisher.send(List.of(letter)).replaceWithVoid();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
