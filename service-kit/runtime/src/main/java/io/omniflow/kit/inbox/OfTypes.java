package io.omniflow.kit.inbox;

import io.omniflow.contract.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The part of a batch that a consumer has a use for, told by the header alone: what is of no interest is not parsed, and a
 * batch of nothing else costs no transaction.
 */
public final class OfTypes {
    private OfTypes() {}

    /** What names no type is left out as well. */
    public static ConsumerRecords<String, byte[]> of(ConsumerRecords<String, byte[]> batch, Set<String> types) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
        for (TopicPartition partition : batch.partitions()) {
            List<ConsumerRecord<String, byte[]>> records = batch.records(partition).stream()
                    .filter(record -> isOneOf(types, record.headers().lastHeader(EventHeaders.TYPE)))
                    .toList();
            if (!records.isEmpty()) {
                kept.put(partition, records);
            }
        }
        return new ConsumerRecords<>(kept, Map.of());
    }

    private static boolean isOneOf(Set<String> types, @Nullable Header type) {
        return type != null && type.value() != null && types.contains(new String(type.value(), StandardCharsets.UTF_8));
    }
}
