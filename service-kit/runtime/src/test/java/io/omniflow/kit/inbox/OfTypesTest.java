package io.omniflow.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfTypesTest {
    private static ConsumerRecord<String, byte[]> record(int partition, long offset, @Nullable String type) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("topic", partition, offset, "key", new byte[0]);
        if (type != null) {
            record.headers().add(EventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private static ConsumerRecords<String, byte[]> batch() {
        return new ConsumerRecords<>(
                Map.of(
                        new TopicPartition("topic", 0),
                                List.of(record(0, 1, "a"), record(0, 2, "b"), record(0, 3, "c")),
                        new TopicPartition("topic", 1), List.of(record(1, 7, null), record(1, 8, "b"))),
                Map.of());
    }

    @Test
    void what_is_of_other_types_or_of_none_is_left_out_and_the_order_stays() {
        List<Long> offsets = new ArrayList<>();
        OfTypes.of(batch(), Set.of("a", "c")).forEach(record -> offsets.add(record.offset()));
        assertEquals(List.of(1L, 3L), offsets);
    }

    @Test
    void a_batch_of_nothing_else_is_empty() {
        assertTrue(OfTypes.of(batch(), Set.of("d")).isEmpty());
    }
}
