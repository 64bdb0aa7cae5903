package io.omniflow.sla.clock;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.PublishedUpTo;
import io.omniflow.contract.Topics;
import io.omniflow.testing.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells watermarks four times a second, as the relay of ticket-service does, until it is closed. */
public final class Ticks implements AutoCloseable {
    private final ScheduledExecutorService rhythm = Executors.newSingleThreadScheduledExecutor();
    private final KafkaConsumer<String, byte[]> ends;
    private final KafkaProducer<String, byte[]> producer;
    private final List<TopicPartition> partitions;

    public Ticks() {
        Map<String, Object> broker = Map.of("bootstrap.servers", Events.bootstrapServers());
        ends = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        partitions = ends.partitionsFor(Topics.TICKETS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    public void start() {
        var unused = rhythm.scheduleAtFixedRate(this::tell, 0, 250, TimeUnit.MILLISECONDS);
    }

    /** The instant is read before the ends, so that whatever was sent before it lies before them. */
    private void tell() {
        Instant through = Sla.now();
        Map<TopicPartition, Long> offsets = ends.endOffsets(partitions);
        PublishedUpTo told = new PublishedUpTo(
                Topics.TICKETS, through, partitions.stream().map(offsets::get).toList());
        try {
            var unused = producer.send(new ProducerRecord<>(
                    Topics.TICKET_WATERMARKS,
                    Topics.TICKETS,
                    ContractJson.mapper().writeValueAsBytes(told)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        rhythm.close();
        producer.close();
        ends.close();
    }
}
