package io.omniflow.sla.clock.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a replica begins to read watermarks: so far back that a short downtime of this service is no silence of the other,
 * and no further, since the topic holds days of them. Kafka's own {@code by_duration} finds nothing in an empty topic, and
 * goes on finding nothing for a while when there is something.
 */
@ApplicationScoped
@Identifier("watermarks-from-an-hour-back") class WatermarksFromAnHourBack implements KafkaConsumerRebalanceListener {
    private static final Duration BACK = Duration.ofHours(1);

    private final InstantSource time;

    WatermarksFromAnHourBack(InstantSource time) {
        this.time = time;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        long from = time.instant().minus(BACK).toEpochMilli();
        consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> from)))
                .forEach((partition, found) -> {
                    if (found == null) {
                        consumer.seekToEnd(List.of(partition));
                    } else {
                        consumer.seek(partition, found.offset());
                    }
                });
    }
}
