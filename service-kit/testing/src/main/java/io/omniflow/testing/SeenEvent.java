package io.omniflow.testing;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies on a topic.
 *
 * @param value read as UTF-8; null for a tombstone
 * @param publishedAt when its producer sent it
 * @param headers by name; of several with one name the last
 */
public record SeenEvent(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String value,
        Instant publishedAt,
        Map<String, String> headers) {
    static SeenEvent of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new SeenEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                text(record.value()),
                Instant.ofEpochMilli(record.timestamp()),
                Map.copyOf(headers));
    }

    /** The contract's record. */
    public Object data() {
        Class<?> type = EventCatalog.recordOf(type())
                .orElseThrow(() -> new IllegalStateException("Not in the contract: " + type()));
        if (value == null) {
            throw new IllegalStateException("A tombstone has no data");
        }
        try {
            return ContractJson.mapper().readValue(value, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String type() {
        return header(EventHeaders.TYPE);
    }

    public UUID subject() {
        return UUID.fromString(header(EventHeaders.SUBJECT));
    }

    public UUID workspace() {
        return UUID.fromString(header(EventHeaders.WORKSPACE));
    }

    public long sequence() {
        return Long.parseLong(header(EventHeaders.SEQUENCE));
    }

    private static @Nullable String text(byte @Nullable [] value) {
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** Empty text when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
