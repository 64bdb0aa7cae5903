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
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts a record aside as it was, with the reason, so that its partition can go on. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final int LONGEST_REASON = 500;

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
        return publisher
                .send(List.of(letter(consumer, record, record.value(), reason)))
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> publisher.send(List.of(letter(consumer, record, null, reason))))
                .replaceWithVoid();
    }

    /** Without its content where that is too large to be sent again; the original stays at the offset told. */
    private static ProducerRecord<String, byte[]> letter(
            String consumer, ConsumerRecord<String, byte[]> record, byte @Nullable [] content, String reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.deadLetters(record.topic(), consumer),
                null,
                record.key(),
                content,
                content == null ? new RecordHeaders() : record.headers());
        letter.headers().add("dlq-reason", bytes(reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
        letter.headers().add("dlq-partition", bytes(Integer.toString(record.partition())));
        letter.headers().add("dlq-offset", bytes(Long.toString(record.offset())));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
