package io.omniflow.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The service's one Kafka producer: idempotent, {@code acks=all}, and patient. A send does not time out while the broker
 * is away, because a failed send followed by a successful one would break the order of a key.
 */
@ApplicationScoped
public class KafkaPublisher {
    private static final int MAX_REQUEST_BYTES = 1 << 20;

    private final Map<String, Object> settings;
    private final MeterRegistry metrics;
    private final AtomicReference<@Nullable Producer<String, byte[]>> producer = new AtomicReference<>();

    KafkaPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker, MeterRegistry metrics) {
        this.settings = new HashMap<>(broker);
        this.metrics = metrics;
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000L);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // the relay hands over whole batches and waits for each: lingering would add its time to every pass and gather
        // nothing
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
    }

    /** Sends in the order given and answers when the broker has all of them. May block, so it leaves the event loop. */
    public Uni<List<RecordMetadata>> send(List<ProducerRecord<String, byte[]>> records) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(sendAll(records)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** How many partitions a topic has now. May block. */
    int partitions(String topic) {
        return client().partitionsFor(topic).size();
    }

    private CompletableFuture<List<RecordMetadata>> sendAll(List<ProducerRecord<String, byte[]>> records) {
        List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
            var unused = client().send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(metadata);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
            sent.add(acknowledged);
            if (acknowledged.isCompletedExceptionally()) {
                // what follows must not overtake a record that was not taken
                break;
            }
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .thenApply(all -> sent.stream().map(CompletableFuture::join).toList());
    }

    private synchronized Producer<String, byte[]> client() {
        Producer<String, byte[]> existing = producer.get();
        if (existing != null) {
            return existing;
        }
        KafkaProducer<String, byte[]> created =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        new KafkaClientMetrics(created).bindTo(metrics);
        producer.set(created);
        return created;
    }

    @PreDestroy
    void close() {
        Producer<String, byte[]> open = producer.get();
        if (open != null) {
            open.close(Duration.ofSeconds(5));
        }
    }
}
